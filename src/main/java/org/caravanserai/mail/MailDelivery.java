package org.caravanserai.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Clean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox. A message is claimed by putting off its next attempt, in one statement that only one
 * node can win; whoever won sends it without holding a transaction and then writes down how it went. A node that dies in
 * between leaves the message to be sent when the claim has run out: a second time only if it died after the server had
 * accepted it.
 */
@Service
@Internal
public class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final int BATCH = 50;

    private final OutboxMessages messages;
    private final StoredNotices notices;
    private final MailServer server;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailDelivery(
            OutboxMessages messages,
            StoredNotices notices,
            MailServer server,
            TransactionTemplate transaction,
            Clock clock) {
        this.messages = messages;
        this.notices = notices;
        this.server = server;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Tries every message that is due, a batch at a time, until none is left. Without a mail server nothing happens, so
     * that a node with a mistake in its settings takes no message from the others.
     *
     * @return how many the server accepted
     */
    public int deliverDue() {
        var sent = 0;
        if (!server.isThere()) {
            return sent;
        }
        var tried = 0;
        do {
            tried = 0;
            for (var message : messages.findByStateAndDueAtLessThanEqualOrderByDueAt(
                    OutboxMessage.State.QUEUED, clock.instant(), Limit.of(BATCH))) {
                if (claim(message)) {
                    tried++;
                    sent += attempt(message) ? 1 : 0;
                }
            }
        } while (tried > 0);
        return sent;
    }

    private boolean claim(OutboxMessage message) {
        var won = transaction.execute(status ->
                messages.claim(message.key(), message.version(), clock.instant().plus(CLAIM)));
        return Integer.valueOf(1).equals(won);
    }

    private boolean attempt(OutboxMessage message) {
        if (message.unlessSeen() && notices.isRead(message.key())) {
            transaction.executeWithoutResult(
                    status -> messages.findById(message.key()).ifPresent(OutboxMessage::told));
            return false;
        }
        try {
            server.send(message, clock.instant());
        } catch (MailException | MessagingException e) {
            var reason = reason(e);
            LOG.warn("Message {} could not be delivered: {}", message.key(), reason);
            transaction.executeWithoutResult(
                    status -> messages.findById(message.key()).ifPresent(m -> m.failed(reason, clock)));
            return false;
        }
        transaction.executeWithoutResult(
                status -> messages.findById(message.key()).ifPresent(m -> m.sent(clock)));
        return true;
    }

    /** The innermost reason, which is what the server or the network said. */
    private static String reason(Exception e) {
        Throwable innermost = e;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        // JavaMail keeps the server's answer to a recipient in a chain of its own.
        if (e instanceof org.springframework.mail.MailSendException several) {
            for (var one : several.getMessageExceptions()) {
                innermost = one;
                while (innermost instanceof MessagingException chained && chained.getNextException() != null) {
                    innermost = chained.getNextException();
                }
            }
        }
        var said = innermost.getMessage();
        return Clean.line(innermost.getClass().getSimpleName() + (said == null ? "" : ": " + said));
    }
}
