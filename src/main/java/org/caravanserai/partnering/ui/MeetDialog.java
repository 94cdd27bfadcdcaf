package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Place;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.introduction.Correspondence;
import org.caravanserai.people.KeptTyping;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Proposes a time to meet to somebody one was introduced to; the clocks are those of the meeting. */
class MeetDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final List<Integer> MINUTES = List.of(15, 20, 30, 45, 60, 90);
    private static final int USUAL = 30;

    private final transient Words words;
    private final transient KeptTyping typing;
    private final transient MeetingView meeting;
    private final transient Correspondence correspondence;
    private final transient UUID introduction;
    private final TextField title;
    private final DateTimePicker at;
    private final Select<Integer> minutes = new Select<>();
    private final TextField place;
    private final Problems problems = new Problems();

    MeetDialog(Words words, KeptTyping typing, MeetingView meeting, Correspondence correspondence, UUID introduction) {
        this.words = words;
        this.typing = typing;
        this.meeting = meeting;
        this.correspondence = correspondence;
        this.introduction = introduction;
        setHeaderTitle(words.get("partner.meet"));
        addClassName("partner-dialog");
        title = new TextField(words.get("partner.meet.what"));
        title.setId("meet-title");
        title.setMaxLength(200);
        at = Fields.moment(words.get("partner.meet.when", words.text(meeting.city())));
        at.setId("meet-at");
        minutes.setLabel(words.get("partner.meet.length"));
        minutes.setItems(MINUTES);
        minutes.setItemLabelGenerator(length -> words.get("partner.meet.minutes", length));
        minutes.setValue(USUAL);
        place = new TextField(words.get("partner.meet.where"));
        place.setId("meet-place");
        place.setMaxLength(Place.LONGEST);
        typing.text("title", title);
        typing.value("start", at, LocalDateTime::toString, said -> Optional.of(LocalDateTime.parse(said)));
        typing.value(
                "length",
                minutes,
                length -> Integer.toString(length),
                said -> MINUTES.stream()
                        .filter(length -> length.toString().equals(said))
                        .findFirst());
        typing.text("place", place);
        var body = new Div(
                new Paragraph(words.get("partner.meet.help")), problems, title, at, minutes, place, typing.line());
        body.addClassName("one-column");
        add(body);
        var send = new Button(words.get("partner.meet"), e -> send());
        send.setId("meet-send");
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.get("shell.cancel"), e -> close()), send);
    }

    private void send() {
        try {
            var start = at.getOptionalValue().orElseThrow(() -> Refusal.at("start", "partner.meet.when.missing"));
            var said = place.getValue().strip();
            correspondence.meet(
                    introduction,
                    title.getValue(),
                    words.language(),
                    said.isEmpty() ? new Place.Undecided() : new Place.At(said),
                    new AppointmentTime(
                            start.atZone(meeting.zone()).toInstant(),
                            Duration.ofMinutes(minutes.getValue()),
                            meeting.zone()));
            typing.sent();
            close();
            Notices.done(words.get("partner.meet.done"));
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("title", title, "start", at, "length", minutes, "place", place));
        }
    }
}
