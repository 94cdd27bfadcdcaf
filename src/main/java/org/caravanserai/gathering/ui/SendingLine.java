package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.UUID;
import org.caravanserai.gathering.AppointmentView;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Says when notes were sent to the people of an appointment; its organiser sends them here. */
class SendingLine extends Div {

    private static final long serialVersionUID = 1L;

    private final transient NotesPanels services;
    private final transient AppointmentView one;
    private final LocalDate day;
    private final transient Words words;
    private final Paragraph standing = new Paragraph();

    SendingLine(NotesPanels services, AppointmentView one, LocalDate day, Words words) {
        this.services = services;
        this.one = one;
        this.day = day;
        this.words = words;
        setId("notes-sending");
        addClassName("appointment-actions");
        standing.addClassName("muted");
        if (one.organises()) {
            var send = new Button(words.get("notes.send"), e -> send());
            send.setId("notes-send");
            add(send);
        }
        add(standing);
        show();
    }

    private void show() {
        var sent = services.sending().sentAt(one.id(), day);
        standing.setText(sent.map(at -> words.get("notes.send.sent", words.ownMoment(at)))
                .orElseGet(() -> one.organises() ? words.get("notes.send.help") : ""));
    }

    private void send() {
        try {
            var sending = services.sending().send(one.id(), day);
            show();
            Notices.done(words.get("notes.send.done"), () -> takeBack(sending));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private void takeBack(UUID sending) {
        try {
            services.sending().takeBack(one.id(), day, sending);
            Notices.told(words.get("notes.send.undone"));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show();
    }
}
