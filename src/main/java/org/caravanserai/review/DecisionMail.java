package org.caravanserai.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** The mail that will tell one contributor of a decision. It can be changed until the decision is sent. */
@Entity
class DecisionMail extends Aggregate {

    static final int LONGEST_SUBJECT = 250;
    static final int LONGEST_TEXT = 20_000;

    private UUID decision;

    @Column(name = "mail_position")
    private int position;

    private @Nullable UUID person;

    private String recipientName;

    private String email;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String subject;

    private String textBody;

    private boolean edited;

    @SuppressWarnings("NullAway.Init")
    protected DecisionMail() {}

    DecisionMail(Decision decision, int position, Recipient recipient, String subject, String text) {
        this.decision = decision.key();
        this.position = position;
        this.person = recipient.person() == null ? null : recipient.person().value();
        this.recipientName = recipient.name();
        this.email = recipient.email().value();
        this.language = recipient.language();
        var line = Clean.line(subject);
        this.subject = Clean.cut(line, LONGEST_SUBJECT);
        this.textBody = Clean.lines(text);
    }

    /**
     * Whom a mail goes to.
     *
     * @param person the profile; null for someone invited who has not answered
     * @param name the name in the language of the mail
     */
    record Recipient(@Nullable PersonId person, String name, EmailAddress email, Language language) {}

    UUID decision() {
        return decision;
    }

    Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    EmailAddress email() {
        return new EmailAddress(email);
    }

    Language language() {
        return language;
    }

    String subject() {
        return subject;
    }

    String textBody() {
        return textBody;
    }

    /** Changes what it says. */
    void edit(String changedSubject, String changedText) {
        var line = Clean.line(changedSubject);
        var text = Clean.lines(changedText);
        if (line.isEmpty() || line.length() > LONGEST_SUBJECT) {
            throw Refusal.at("subject", "review.mail.subject.length", LONGEST_SUBJECT);
        }
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw Refusal.at("text", "review.mail.text.length", LONGEST_TEXT);
        }
        subject = line;
        textBody = text;
        edited = true;
    }
}
