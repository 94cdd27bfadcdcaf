package org.caravanserai.mail;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;

/** What one recipient of a message to a group gets instead: a text of her own, or nothing. */
@Entity
class GroupMessageEdit extends Aggregate {

    private UUID message;

    private String email;

    private boolean excluded;

    private boolean edited;

    private String subject = "";

    private String textBody = "";

    @SuppressWarnings("NullAway.Init")
    protected GroupMessageEdit() {}

    GroupMessageEdit(GroupMessage message, EmailAddress email) {
        this.message = message.key();
        this.email = email.value();
    }

    String email() {
        return email;
    }

    boolean isExcluded() {
        return excluded;
    }

    boolean isEdited() {
        return edited;
    }

    String subject() {
        return subject;
    }

    String textBody() {
        return textBody;
    }

    /** She gets this, word for word. */
    void write(String changedSubject, String changedText) {
        var line = Clean.line(changedSubject);
        var text = Clean.lines(changedText);
        if (line.isEmpty() || line.length() > GroupMessage.LONGEST_SUBJECT) {
            throw Refusal.at("subject", "mailview.subject.length", GroupMessage.LONGEST_SUBJECT);
        }
        if (text.isEmpty() || text.length() > GroupMessage.LONGEST_TEXT) {
            throw Refusal.at("text", "mailview.text.length", GroupMessage.LONGEST_TEXT);
        }
        edited = true;
        subject = line;
        textBody = text;
    }

    /** She gets what all get. */
    void forget() {
        edited = false;
        subject = "";
        textBody = "";
    }

    void exclude(boolean leaveOut) {
        excluded = leaveOut;
    }
}
