package org.caravanserai.gathering;

import java.util.Optional;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes answers that calendar applications sent by mail. One counts only if it names an appointment, comes from the address
 * that was invited, speaks of that same address, keeps the rules of such answers, and answers the latest change to all of it.
 * Whoever is in the appointment and whose answer does not count is told so; a stranger is told nothing.
 */
@Service
@Internal
public class ReplyTaking {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyTaking.class);

    private final Participants participants;
    private final StoredAppointments stored;
    private final AppointmentAnswers answers;
    private final UnheardMail mail;
    private final Accounts accounts;
    private final TransactionTemplate transactions;

    ReplyTaking(
            Participants participants,
            StoredAppointments stored,
            AppointmentAnswers answers,
            UnheardMail mail,
            Accounts accounts,
            TransactionTemplate transactions) {
        this.participants = participants;
        this.stored = stored;
        this.answers = answers;
        this.mail = mail;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /**
     * Takes what is in a file, whole or not at all.
     *
     * @param from whose message it came with
     * @return whether it counted
     */
    public boolean take(EmailAddress from, byte[] file) {
        var reply = CalendarReply.of(file).filter(r -> r.attendee().equals(from));
        var by = reply.flatMap(r -> sender(r.uid(), from));
        if (reply.isEmpty() || by.isEmpty()) {
            LOG.info("A message in the calendar mailbox is nobody's answer to an appointment");
            return false;
        }
        try {
            transactions.executeWithoutResult(status -> take(reply.get(), by.get()));
            return true;
        } catch (Refusal refusal) {
            LOG.info("An answer in the calendar mailbox does not count: {}", refusal.key());
            transactions.executeWithoutResult(status -> mail.tell(by.get(), refusal));
            return false;
        }
    }

    private void take(CalendarReply reply, Participant by) {
        var said = reply.said().orElseThrow(() -> Refusal.of("appointment.unheard.broken"));
        if (reply.ofOne()) {
            // Who says to one time what she has said to all changes nothing.
            if (said.wish().isPresent() || said.answer() != by.answer()) {
                throw Refusal.of("appointment.unheard.one");
            }
            return;
        }
        var appointment = stored.findById(by.appointment().value()).orElseThrow(() -> Refusal.of("appointment.gone"));
        if (appointment.state().isOpen() && appointment.sequence() != reply.sequence()) {
            throw Refusal.of("appointment.unheard.changed");
        }
        var comment = Clean.cut(Clean.lines(said.comment()), Participant.LONGEST_COMMENT);
        if (said.wish().isPresent()) {
            answers.takeCounter(by.key(), said.wish().get(), comment);
        } else {
            answers.take(by.key(), said.answer(), comment);
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
