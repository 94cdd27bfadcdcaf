package org.caravanserai.gathering;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Someone an appointment is made with: a person, or somebody invited by mail whose address nobody else learns. */
@Entity
public class Participant extends Aggregate {

    /** The longest comment to an answer. */
    public static final int LONGEST_COMMENT = 1_000;

    private UUID appointment;

    private @Nullable UUID person;

    private String invitedName;

    @Secret
    private String invitedEmail;

    @Enumerated(EnumType.STRING)
    private Language invitedLanguage;

    private boolean needed;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    @Column(name = "answer_comment")
    private String comment;

    private @Nullable Instant answeredAt;

    private @Nullable Instant counterStart;

    private @Nullable Integer counterMinutes;

    private @Nullable Instant leftAt;

    @SuppressWarnings("NullAway.Init")
    protected Participant() {}

    Participant(AppointmentId appointment, Invitee invitee) {
        this.appointment = appointment.value();
        this.needed = invitee.required();
        this.answer = invitee.answer();
        this.comment = "";
        this.invitedName = "";
        this.invitedEmail = "";
        this.invitedLanguage = Language.EN;
        switch (invitee) {
            case Invitee.Known known -> person = known.person().value();
            case Invitee.ByMail mail -> {
                invitedName = mail.name();
                invitedEmail = mail.email().value();
                invitedLanguage = mail.language();
            }
        }
    }

    public AppointmentId appointment() {
        return new AppointmentId(appointment);
    }

    /** Whose profile it is; empty for somebody invited by mail. */
    public Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    /** How somebody invited by mail is called; else empty. */
    public String invitedName() {
        return invitedName;
    }

    /** Where somebody invited by mail is written to. It is for sending alone. */
    Optional<EmailAddress> invitedEmail() {
        return invitedEmail.isEmpty() ? Optional.empty() : Optional.of(new EmailAddress(invitedEmail));
    }

    /** What somebody invited by mail is written to in. */
    Language invitedLanguage() {
        return invitedLanguage;
    }

    /** Whether the appointment cannot be without her. */
    public boolean isRequired() {
        return needed;
    }

    public Answer answer() {
        return answer;
    }

    /** What she says beside her answer; may be empty. */
    public String comment() {
        return comment;
    }

    /** When she answered; empty if she has not. */
    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** The time she would rather have, in a zone; empty if she has named none. */
    public Optional<AppointmentTime> counter(ZoneId zone) {
        return counterStart == null || counterMinutes == null
                ? Optional.empty()
                : Optional.of(new AppointmentTime(counterStart, Duration.ofMinutes(counterMinutes), zone));
    }

    /**
     * Answers.
     *
     * @throws Refusal if the comment is too long
     */
    void answer(Answer said, String comment, Clock clock) {
        var clean = Clean.lines(comment);
        if (clean.length() > LONGEST_COMMENT) {
            throw Refusal.at("comment", "appointment.comment.long", LONGEST_COMMENT);
        }
        answer = said;
        this.comment = clean;
        answeredAt = said == Answer.OPEN ? null : clock.instant();
        counterStart = null;
        counterMinutes = null;
    }

    /** Would rather have another time; with it she says no to the present one. */
    void counter(AppointmentTime wish, String comment, Clock clock) {
        answer(Answer.NO, comment, clock);
        counterStart = wish.start();
        counterMinutes = Math.toIntExact(wish.length().toMinutes());
    }

    /** Is asked anew. */
    void askAgain() {
        answer = Answer.OPEN;
        answeredAt = null;
        counterStart = null;
        counterMinutes = null;
    }

    /** Whether she has been taken out of the appointment. */
    public boolean hasLeft() {
        return leftAt != null;
    }

    /** Is taken out of the appointment. */
    void leave(Clock clock) {
        leftAt = clock.instant();
    }

    /** Is back in the appointment. */
    void comeBack() {
        leftAt = null;
    }

    /** Changes whether the appointment cannot be without her. */
    void need(boolean required) {
        needed = required;
    }
}
