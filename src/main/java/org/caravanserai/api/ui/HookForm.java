package org.caravanserai.api.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.caravanserai.api.hook.HookEvent;
import org.caravanserai.api.hook.HookEvent.Audience;
import org.caravanserai.api.hook.MeetingHooks.Line;
import org.caravanserai.platform.outside.OutsideAddress;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Where a webhook's address and events are typed, for a new one or one that is to be changed. */
class HookForm extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient Consumer<Typed> make;
    private final transient BiConsumer<UUID, Typed> change;
    private final H2 title = new H2();
    private final Problems problems = new Problems();
    private final TextField address = new TextField();
    private final CheckboxGroup<HookEvent> open = new CheckboxGroup<>();
    private final CheckboxGroup<HookEvent> ours = new CheckboxGroup<>();
    private final Button save = new Button();
    private final Button cancel = new Button();
    private transient Optional<UUID> changing = Optional.empty();

    /** What was typed. */
    record Typed(String address, Set<HookEvent> events) {}

    HookForm(Words words, Consumer<Typed> make, BiConsumer<UUID, Typed> change) {
        this.words = words;
        this.make = make;
        this.change = change;
        setId("hook-form");
        address.setId("hook-address");
        address.setLabel(words.get("hook.address"));
        address.setHelperText(words.get("hook.address.help"));
        address.setMaxLength(OutsideAddress.LONGEST);
        address.setPlaceholder("https://");
        group(open, Audience.PUBLIC);
        group(ours, Audience.ORGANISERS);
        ours.setHelperText(words.get("hook.events.ORGANISERS.help"));
        save.setId("hook-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(e -> save());
        cancel.setText(words.get("hook.cancel"));
        cancel.addClickListener(e -> clear());
        var buttons = new Div(save, cancel);
        buttons.addClassName("hook-actions");
        add(title, problems, address, open, ours, buttons);
        clear();
    }

    /** Takes what a webhook has, to be changed. */
    void change(Line line) {
        changing = Optional.of(line.key());
        setVisible(true);
        address.setValue(line.address());
        open.setValue(of(line.events(), Audience.PUBLIC));
        ours.setValue(of(line.events(), Audience.ORGANISERS));
        label();
        address.focus();
    }

    boolean isChanging() {
        return changing.isPresent();
    }

    /** Empty, for a new one. */
    final void clear() {
        changing = Optional.empty();
        problems.clear();
        address.clear();
        open.clear();
        ours.clear();
        label();
    }

    private void label() {
        title.setText(words.get(isChanging() ? "hook.change.title" : "hook.new"));
        save.setText(words.get(isChanging() ? "hook.save" : "hook.make"));
        cancel.setVisible(isChanging());
    }

    private void save() {
        problems.clear();
        var events = EnumSet.noneOf(HookEvent.class);
        events.addAll(open.getValue());
        events.addAll(ours.getValue());
        var typed = new Typed(address.getValue(), events);
        try {
            changing.ifPresentOrElse(hook -> change.accept(hook, typed), () -> make.accept(typed));
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("address", address, "events", open));
        }
    }

    private void group(CheckboxGroup<HookEvent> group, Audience audience) {
        group.setId("hook-events-" + audience.name().toLowerCase(Locale.ROOT));
        group.setLabel(words.get("hook.events." + audience.name()));
        group.setItems(HookEvent.offered().stream()
                .filter(event -> event.audience() == audience)
                .toList());
        group.setItemLabelGenerator(event -> words.get("hook.event." + event.name()));
        group.addClassName("hook-events");
    }

    private static Set<HookEvent> of(Set<HookEvent> events, Audience audience) {
        return events.stream().filter(event -> event.audience() == audience).collect(Collectors.toSet());
    }
}
