package org.caravanserai.gathering;

import java.util.Optional;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes answers that calendar applications sent by mail. One counts only if it names an appointment, comes from the address
 * that was invited, speaks of that same address, and answers the latest change.
 */
@Service
@Internal
public class ReplyTaking {

    private final Participants participants;
    private final StoredAppointments stored;
    private final AppointmentAnswers answers;
    private final Accounts accounts;

    ReplyTaking(Participants participants, StoredAppointments stored, AppointmentAnswers answers, Accounts accounts) {
        this.participants = participants;
        this.stored = stored;
        this.answers = answers;
        this.accounts = accounts;
    }

    /**
     * Takes what is in a file.
     *
     * @param from whose message it came with
     * @return whether it counted
     */
    @Transactional
    public boolean take(EmailAddress from, byte[] file) {
        var reply = CalendarReply.of(file)
                .filter(r -> r.attendee().equals(from) && r.answer() != Answer.OPEN)
                .orElse(null);
        if (reply == null) {
            return false;
        }
        var sender = sender(reply.uid(), from);
        if (sender.isEmpty()
                || stored.findById(sender.get().appointment().value())
                        .filter(a -> a.state().isOpen() && a.sequence() == reply.sequence())
                        .isEmpty()) {
            return false;
        }
        var comment = Clean.cut(Clean.lines(reply.comment()), Participant.LONGEST_COMMENT);
        try {
            if (reply.wish().isPresent()) {
                answers.takeCounter(sender.get().key(), reply.wish().get(), comment);
            } else {
                answers.take(sender.get().key(), reply.answer(), comment);
            }
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private Optional<Participant> sender(String uid, EmailAddress from) {
        var account = accounts.findByEmail(from.value()).filter(Account::isUsable);
        return participants.ofUid(uid).stream()
                .filter(p -> p.invitedEmail().filter(from::equals).isPresent()
                        || account.filter(a ->
                                        p.person().filter(a.person()::equals).isPresent())
                                .isPresent())
                .findFirst();
    }
}
