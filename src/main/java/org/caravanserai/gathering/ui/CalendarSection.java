package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.caravanserai.gathering.finding.MyCalendar;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The address of a person's calendar elsewhere: given, looked at, and taken away. */
class CalendarSection extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient MyCalendar calendar;
    private final Problems problems = new Problems();
    private final TextField address = new TextField();
    private final Div standing = new Div();
    private final Button remove;

    CalendarSection(Words words, MyCalendar calendar) {
        this.words = words;
        this.calendar = calendar;
        setId("own-calendar");
        address.setId("calendar-address");
        address.setLabel(words.get("finding.calendar.address"));
        address.setHelperText(words.get("finding.calendar.address.help"));
        address.setMaxLength(2_000);
        var read = new Button(words.get("finding.calendar.read"), e -> read(address.getValue()));
        read.setId("read-calendar");
        read.setDisableOnClick(true);
        read.addClickListener(e -> read.setEnabled(true));
        remove = new Button(words.get("finding.calendar.remove"), e -> remove());
        remove.setId("remove-calendar");
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(read, remove);
        buttons.addClassName("hours-buttons");
        var body = new Div(new Paragraph(words.get("finding.calendar.help")), problems, address, buttons, standing);
        body.addClassName("one-column");
        add(new H2(words.get("finding.calendar.title")), body);
        show();
    }

    private void read(String from) {
        problems.clear();
        try {
            calendar.give(from);
            show();
            Notices.done(words.get("finding.calendar.done"));
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("address", address));
        }
    }

    private void remove() {
        var before = address.getValue();
        calendar.remove();
        address.clear();
        show();
        Notices.done(words.get("finding.calendar.removed"), () -> read(before));
    }

    private void show() {
        standing.removeAll();
        var own = calendar.read();
        remove.setVisible(own.isPresent());
        own.ifPresent(each -> {
            address.setValue(each.address());
            standing.add(each.failure()
                    .map(why -> new StatusBadge(words.get("finding.calendar.failing"), Tone.DANGER))
                    .orElseGet(() -> new StatusBadge(words.get("finding.calendar.working"), Tone.DONE)));
            each.failure().ifPresent(why -> standing.add(new Paragraph(words.get(why))));
            standing.add(new Paragraph(words.get("finding.calendar.readAt", words.ownMoment(each.readAt()))));
        });
    }
}
