package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import org.caravanserai.gathering.finding.OwnCalendar;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The address to which a person's own calendar application subscribes: made, shown once, and taken back. */
class FeedSection extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient OwnCalendar calendar;
    private final transient PeopleProperties installation;
    private final Problems problems = new Problems();
    private final TextField address = new TextField();
    private final Paragraph standing = new Paragraph();
    private final Button make;
    private final Button revoke;

    FeedSection(Words words, OwnCalendar calendar, PeopleProperties installation) {
        this.words = words;
        this.calendar = calendar;
        this.installation = installation;
        setId("calendar-feed");
        address.setId("feed-address");
        address.setLabel(words.get("feed.address"));
        address.setHelperText(words.get("feed.address.help"));
        address.setReadOnly(true);
        address.setAutoselect(true);
        make = new Button(words.get("feed.make"), e -> make());
        make.setId("make-feed");
        revoke = new Button(words.get("feed.revoke"), e -> revoke());
        revoke.setId("revoke-feed");
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(make, revoke);
        buttons.addClassName("hours-buttons");
        var body = new Div(new Paragraph(words.get("feed.help")), problems, standing, address, buttons);
        body.addClassName("one-column");
        add(new H2(words.get("feed.title")), body);
        show("");
    }

    private void make() {
        problems.clear();
        try {
            show(installation.address("/calendar/" + calendar.make().value() + ".ics"));
        } catch (Refusal refusal) {
            problems.show(refusal, java.util.Map.of());
        }
    }

    private void revoke() {
        calendar.revoke();
        show("");
        Notices.done(words.get("feed.revoked"));
    }

    private void show(String made) {
        var exists = calendar.exists();
        address.setValue(made);
        address.setVisible(!made.isEmpty());
        standing.setText(words.get("feed.exists"));
        standing.setVisible(exists && made.isEmpty());
        make.setText(words.get(exists ? "feed.again" : "feed.make"));
        revoke.setVisible(exists);
    }
}
