package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.caravanserai.people.UnsentWords;
import org.caravanserai.shell.SavedLine;

/** Keeps what is typed into a form that is sent at once, and puts it back when the form is opened again. */
final class KeptTyping {

    private final UnsentWords unsent;
    private final String form;
    private final Map<String, String> before;
    private final SavedLine saved = new SavedLine();

    /**
     * For one form.
     *
     * @param form names it among all forms; at most 100 characters
     */
    KeptTyping(UnsentWords unsent, String form) {
        this.unsent = unsent;
        this.form = form;
        this.before = unsent.of(form);
    }

    /** Says when the latest words were kept. */
    SavedLine line() {
        return saved;
    }

    /** Keeps a text. */
    <F extends HasValue<?, String> & HasValueChangeMode> F text(String name, F field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return value(name, field, words -> words, Optional::of);
    }

    /**
     * Keeps what was chosen.
     *
     * @param written how a value is kept
     * @param read what was kept; empty if it cannot be chosen any more
     */
    <T, F extends HasValue<?, T>> F value(
            String name, F field, Function<T, String> written, Function<String, Optional<T>> read) {
        Optional.ofNullable(before.get(name)).flatMap(read).ifPresent(field::setValue);
        field.addValueChangeListener(e -> saved.saved(
                unsent.keep(form, name, field.getOptionalValue().map(written).orElse(""))));
        return field;
    }

    /** It was sent. */
    void sent() {
        unsent.sent(form);
        saved.setText("");
    }
}
