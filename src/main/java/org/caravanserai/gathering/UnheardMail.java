package org.caravanserai.gathering;

import java.time.Duration;
import java.util.List;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** Tells people that what their calendars answered does not count, and where they can say it: a few times a day, not for ever. */
@Component
class UnheardMail {

    private static final int A_DAY = 3;

    private final StoredAppointments appointments;
    private final AppointmentReaders readers;
    private final AppointmentMail mail;
    private final Outbox outbox;
    private final Messages messages;
    private final RateLimits limits;

    UnheardMail(
            StoredAppointments appointments,
            AppointmentReaders readers,
            AppointmentMail mail,
            Outbox outbox,
            Messages messages,
            RateLimits limits) {
        this.appointments = appointments;
        this.readers = readers;
        this.mail = mail;
        this.outbox = outbox;
        this.messages = messages;
        this.limits = limits;
    }

    /** Tells somebody why her answer does not count. */
    void tell(Participant by, Refusal refusal) {
        var appointment = appointments.findById(by.appointment().value()).orElse(null);
        if (appointment == null
                || !limits.tryTake("appointment-unheard", by.key().toString(), A_DAY, Duration.ofHours(24))) {
            return;
        }
        for (var to : readers.of(appointment, List.of(by))) {
            var language = to.language();
            var why = refusal.problems().getFirst();
            outbox.queue(new Outbox.Message(
                    to.email(),
                    by.person().orElse(null),
                    appointment.meeting().map(MeetingId::value).orElse(null),
                    "appointment",
                    language,
                    messages.get(language, "appointment.unheard.subject", appointment.title()),
                    String.join(
                            "\n\n",
                            messages.get(language, "appointment.mail.hello", to.name()),
                            messages.get(language, "appointment.unheard.text", appointment.title()),
                            messages.get(language, why)),
                    messages.get(language, "appointment.mail.action"),
                    mail.address(appointment, to)));
        }
    }
}
