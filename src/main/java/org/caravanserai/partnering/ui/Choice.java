package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caravanserai.shell.FilterLine.Chip;

/** A choice that narrows a list; empty for none. */
class Choice extends ComboBox<String> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, String> names;

    Choice(String id, String label, List<String> items, Function<String, String> names) {
        this.names = names;
        setId(id);
        setAriaLabel(label);
        setPlaceholder(label);
        setClearButtonVisible(true);
        setItems(items);
        setItemLabelGenerator(names::apply);
        addClassName("partner-choice");
    }

    /** What is chosen; empty for none. */
    String chosen() {
        return Optional.ofNullable(getValue()).orElse("");
    }

    /** Chooses what came with the address, if there is such a thing. */
    void choose(String item) {
        setValue(item.isEmpty() ? null : item);
    }

    /** What is chosen as a chip that takes it away. */
    Optional<Chip> chip() {
        return chosen().isEmpty() ? Optional.empty() : Optional.of(new Chip(names.apply(chosen()), this::clear));
    }
}
