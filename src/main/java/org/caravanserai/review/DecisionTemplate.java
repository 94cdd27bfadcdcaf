package org.caravanserai.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** What a meeting's own mails say for a verdict, in the languages that its organisers have written; else the defaults. */
@Entity
class DecisionTemplate extends Aggregate {

    private UUID meeting;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private LocalizedText subject = LocalizedText.EMPTY;

    private LocalizedText body = LocalizedText.EMPTY;

    @SuppressWarnings("NullAway.Init")
    protected DecisionTemplate() {}

    DecisionTemplate(MeetingId meeting, Verdict verdict) {
        this.meeting = meeting.value();
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }

    LocalizedText subject() {
        return subject;
    }

    LocalizedText body() {
        return body;
    }

    /** Changes both; languages left out fall back to the defaults. */
    void write(LocalizedText changedSubject, LocalizedText changedBody) {
        if (changedSubject.texts().values().stream().anyMatch(s -> s.length() > DecisionMail.LONGEST_SUBJECT)) {
            throw Refusal.at("subject", "review.mail.subject.length", DecisionMail.LONGEST_SUBJECT);
        }
        if (changedBody.texts().values().stream().anyMatch(b -> b.length() > DecisionMail.LONGEST_TEXT)) {
            throw Refusal.at("text", "review.mail.text.length", DecisionMail.LONGEST_TEXT);
        }
        subject = changedSubject;
        body = changedBody;
    }
}
