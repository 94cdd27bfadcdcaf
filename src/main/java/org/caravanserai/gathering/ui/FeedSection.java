package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.gathering.finding.OwnCalendar;
import org.caravanserai.gathering.finding.OwnCalendar.Made;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.shell.CopyButton;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The address to which a person's own calendar application subscribes: made, shown once, copied, and taken back. */
class FeedSection extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient OwnCalendar calendar;
    private final transient PeopleProperties installation;
    private final Problems problems = new Problems();
    private final TextField address = new TextField();
    private final Paragraph standing = new Paragraph();
    private final Button make;
    private final CopyButton copy;
    private final Button revoke;
    private transient Optional<OneTimeSecret> shown = Optional.empty();

    FeedSection(Words words, OwnCalendar calendar, PeopleProperties installation) {
        this.words = words;
        this.calendar = calendar;
        this.installation = installation;
        setId("calendar-feed");
        standing.setId("feed-standing");
        address.setId("feed-address");
        address.setLabel(words.get("feed.address"));
        address.setHelperText(words.get("feed.address.help"));
        address.setReadOnly(true);
        address.setAutoselect(true);
        make = new Button(words.get("feed.make"), e -> make());
        make.setId("make-feed");
        copy = new CopyButton(words.get("shell.copy"), address::getValue, words.get("shell.copied"))
                .from(address)
                .onlyIf(this::works);
        copy.setId("copy-feed");
        revoke = new Button(words.get("feed.revoke"), e -> revoke());
        revoke.setId("revoke-feed");
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(copy, make, revoke);
        buttons.addClassName("hours-buttons");
        var body = new Div(new Paragraph(words.get("feed.help")), problems, standing, address, buttons);
        body.addClassName("one-column");
        add(new H2(words.get("feed.title")), body);
        show(Optional.empty());
    }

    private void make() {
        doing(() -> {
            var before = calendar.current();
            var made = calendar.make();
            show(Optional.of(made));
            before.ifPresent(
                    former -> Notices.done(words.get("feed.renewed"), () -> restore(former, Optional.of(made))));
        });
    }

    private void revoke() {
        doing(() -> {
            var before = calendar.current();
            calendar.revoke();
            show(Optional.empty());
            before.ifPresent(
                    former -> Notices.done(words.get("feed.revoked"), () -> restore(former, Optional.empty())));
        });
    }

    private void restore(Made former, Optional<OneTimeSecret> instead) {
        doing(() -> {
            calendar.restore(former, instead);
            show(Optional.empty());
        });
    }

    /** Whether what is shown still works: another window may have replaced it. */
    private boolean works() {
        var works = shown.filter(secret ->
                        calendar.current().filter(made -> made.by(secret)).isPresent())
                .isPresent();
        if (!works) {
            show(Optional.empty());
            problems.show(Refusal.of("feed.changed"), Map.of());
        }
        return works;
    }

    private void doing(Runnable work) {
        problems.clear();
        try {
            work.run();
        } catch (Refusal refusal) {
            show(Optional.empty());
            problems.show(refusal, Map.of());
        }
    }

    private void show(Optional<OneTimeSecret> made) {
        shown = made;
        var exists = calendar.current().isPresent();
        address.setValue(made.map(secret -> installation.address("/calendar/" + secret.value() + ".ics"))
                .orElse(""));
        address.setVisible(made.isPresent());
        copy.setVisible(made.isPresent());
        standing.setText(words.get("feed.exists"));
        standing.setVisible(exists && made.isEmpty());
        make.setText(words.get(exists ? "feed.again" : "feed.make"));
        revoke.setVisible(exists);
    }
}
