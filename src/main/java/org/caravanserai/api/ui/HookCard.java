package org.caravanserai.api.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.caravanserai.api.hook.MeetingHooks.Delivery;
import org.caravanserai.api.hook.MeetingHooks.Line;
import org.caravanserai.api.hook.MeetingHooks.Outcome;
import org.caravanserai.api.hook.MeetingHooks.Standing;
import org.caravanserai.platform.outside.OutsideAddress;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;

/** One webhook: where it goes, of what it is told, how it stands, and what it was told. */
class HookCard extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient Line line;
    private final String host;
    private final Div actions = new Div();
    private final Details log;

    HookCard(Words words, Line line, Optional<String> secret, Consumer<UUID> redeliver) {
        this.words = words;
        this.line = line;
        this.host = OutsideAddress.of(line.address()).host();
        addClassName("hook");
        actions.addClassName("hook-actions");
        var title = new Div(new H2(host), badge(line.standing()));
        title.addClassName("hook-title");
        var address = new Span(line.address());
        address.addClassNames("hook-where", "small", "muted");
        add(title, address, new Paragraph(told()));
        trouble().ifPresent(this::add);
        secret.ifPresent(text -> add(secret(text)));
        log = log(redeliver);
        add(actions, log);
    }

    boolean shows(UUID hook) {
        return line.key().equals(hook);
    }

    void openLog() {
        log.setOpened(true);
    }

    /** Adds what can be done; its name is the end of a message key. */
    void addAction(String name, Runnable work) {
        var button = new Button(words.get("hook.do." + name), e -> work.run());
        button.setAriaLabel(words.get("hook.do." + name) + ": " + host);
        button.addClassName("hook-" + name);
        if (!name.equals("test")) {
            button.addThemeVariants(ButtonVariant.TERTIARY);
        }
        actions.add(button);
    }

    private String told() {
        return line.events().stream()
                .map(event -> words.get("hook.event." + event.name()))
                .collect(Collectors.joining(" · "));
    }

    private Optional<Paragraph> trouble() {
        return switch (line.standing()) {
            case FAILED -> Optional.of(new Paragraph(words.get("hook.trouble.FAILED")));
            case FAILING ->
                line.failingSince()
                        .map(since -> new Paragraph(words.get("hook.trouble.FAILING", words.ownMoment(since))));
            case ON, OFF -> Optional.empty();
        };
    }

    private TextField secret(String text) {
        var field = new TextField(words.get("hook.secret"));
        field.setId("hook-secret");
        field.setHelperText(words.get("hook.secret.help"));
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setValue(text);
        field.focus();
        return field;
    }

    private StatusBadge badge(Standing standing) {
        return new StatusBadge(
                words.get("hook.standing." + standing.name()),
                switch (standing) {
                    case ON -> Tone.DONE;
                    case FAILING -> Tone.WAITING;
                    case OFF -> Tone.NEUTRAL;
                    case FAILED -> Tone.DANGER;
                });
    }

    private Details log(Consumer<UUID> redeliver) {
        var told = new UnorderedList();
        told.addClassName("hook-log");
        if (line.deliveries().isEmpty()) {
            told.add(new ListItem(words.get("hook.log.none")));
        }
        line.deliveries().forEach(delivery -> told.add(item(delivery, redeliver)));
        var details = new Details(words.get("hook.log"), told);
        details.addClassName("hook-details");
        return details;
    }

    private ListItem item(Delivery delivery, Consumer<UUID> redeliver) {
        var name = words.get("hook.event." + delivery.event().name()) + about(delivery);
        var head = new Div(new Span(name), badge(delivery.outcome()));
        head.addClassName("hook-title");
        var told = new Div(head, small(words.ownMoment(delivery.happenedAt())), small(came(delivery)));
        if (!delivery.answer().isEmpty()) {
            var answer = small(delivery.answer());
            answer.addClassName("hook-answer");
            told.add(answer);
        }
        var again = new Button(words.get("hook.do.again"), e -> redeliver.accept(delivery.key()));
        again.setAriaLabel(words.get("hook.do.again") + ": " + name + ", " + words.ownMoment(delivery.happenedAt()));
        again.addThemeVariants(ButtonVariant.TERTIARY);
        again.addClassName("hook-again");
        return new ListItem(told, again);
    }

    private String about(Delivery delivery) {
        if (!delivery.proposal().isEmpty()) {
            return " · " + delivery.proposal();
        }
        return delivery.release() > 0 ? " · " + words.get("hook.release", delivery.release()) : "";
    }

    /** How the last attempt went, and when the next one is. */
    private String came(Delivery delivery) {
        var tried = delivery.tried()
                .map(at -> delivery.problem()
                        .map(words::get)
                        .orElseGet(() -> words.get("hook.answered", String.valueOf(delivery.status()))))
                .orElseGet(() -> words.get("hook.tried.not"));
        return delivery.outcome() == Outcome.WAITING && delivery.attempts() > 0
                ? tried + " " + words.get("hook.next", delivery.attempts(), words.ownMoment(delivery.due()))
                : tried;
    }

    private StatusBadge badge(Outcome outcome) {
        return new StatusBadge(
                words.get("hook.outcome." + outcome.name()),
                switch (outcome) {
                    case WAITING -> Tone.WAITING;
                    case DELIVERED -> Tone.DONE;
                    case GIVEN_UP -> Tone.DANGER;
                });
    }

    private static Span small(String text) {
        var span = new Span(text);
        span.addClassNames("muted", "small");
        return span;
    }
}
