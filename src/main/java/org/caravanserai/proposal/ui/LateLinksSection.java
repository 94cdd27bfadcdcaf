package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.proposal.CallDetails;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Links by which a few may still propose when the call is closed: made, withdrawn, and given back. */
class LateLinksSection extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient CallSetUp setUp;
    private final transient MeetingView meeting;
    private final Div links = new Div();

    /** The links as they are; {@code address} is where the application is reached, without a slash at its end. */
    LateLinksSection(Words words, CallSetUp setUp, MeetingView meeting, CallDetails call, String address) {
        this.words = words;
        this.setUp = setUp;
        this.meeting = meeting;
        addClassNames("kept-form", "one-column");
        var note = new TextField(words.get("call.field.note"));
        note.setId("late-note");
        var uses = new IntegerField(words.get("call.field.uses"));
        uses.setId("late-uses");
        uses.setValue(1);
        var ends = MomentField.of(words, meeting, "call.field.ends", "late-ends", null);
        var problems = new Problems();
        var made = new Div();
        made.addClassName("one-column");
        made.getElement().setAttribute("role", "status");
        var make = new Button(words.get("call.late.make"), e -> {
            try {
                var secret = setUp.makeLateLink(
                        meeting.id(), note.getValue(), KeptForm.valueOr(uses, 0), MomentField.chosen("ends", ends));
                problems.clear();
                var link = new TextField(words.get("call.late.made"));
                link.setValue(address + "/app/proposals/new/" + meeting.slug() + "?late=" + secret);
                link.setId("late-address");
                link.setReadOnly(true);
                link.setAutoselect(true);
                made.removeAll();
                made.add(link);
                refresh();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("note", note, "uses", uses, "ends", ends));
            }
        });
        make.setId("make-late-link");
        add(new H2(words.get("call.section.late")), links, problems, note, uses, ends, make, made);
        show(call);
    }

    private void refresh() {
        show(setUp.details(meeting.id()).orElseThrow());
    }

    private void show(CallDetails call) {
        links.removeAll();
        for (var link : call.lateLinks()) {
            var left = new Span(words.get("call.late.left", link.usesLeft(), link.usesAllowed()) + " · ");
            left.add(new TimeText(link.endsAt(), meeting.zone(), words.text(meeting.city())));
            left.addClassName("part-detail");
            var line = new Div(new Span(link.note()), left);
            line.addClassName("arranged-line");
            var row = new Div(line);
            row.addClassName("arranged-row");
            if (link.withdrawn()) {
                row.add(new StatusBadge(words.get("call.late.gone"), Tone.NEUTRAL));
            } else {
                row.add(new Button(words.get("call.late.withdraw"), e -> {
                    setUp.withdrawLateLink(meeting.id(), link.key());
                    refresh();
                    Notices.done(words.get("call.late.withdrawn"), () -> {
                        setUp.restoreLateLink(meeting.id(), link.key());
                        refresh();
                    });
                }));
            }
            links.add(row);
        }
    }
}
