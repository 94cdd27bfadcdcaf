package org.caravanserai.mail;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.people.Administrators;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.text.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Administrators see how delivery is going, why messages failed, and have them tried again. */
@Service
@Administrators
public class MailSupervision {

    private static final int ROUND = 500;

    private final OutboxMessages messages;
    private final MailQueries queries;
    private final MailServer server;
    private final AuditTrail trail;
    private final Clock clock;

    MailSupervision(OutboxMessages messages, MailQueries queries, MailServer server, AuditTrail trail, Clock clock) {
        this.messages = messages;
        this.queries = queries;
        this.server = server;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether a mail server is set; without one, messages are kept. */
    public boolean hasServer() {
        return server.isThere();
    }

    /** How many messages there are in each state. */
    @Transactional(readOnly = true)
    public Map<OutboxMessage.State, Integer> counts() {
        return queries.states(MailQueries.Scope.ALL);
    }

    /** Messages, newest first. */
    @Transactional(readOnly = true)
    public List<MailLine> find(MailFilter filter, int offset, int limit) {
        return queries.find(MailQueries.Scope.ALL, filter, offset, limit);
    }

    /** How many {@link #find} finds. */
    @Transactional(readOnly = true)
    public int count(MailFilter filter) {
        return queries.count(MailQueries.Scope.ALL, filter);
    }

    /**
     * Has a message that ended in vain tried again.
     *
     * @throws Refusal if it is not among the failures any more
     */
    @Transactional
    public void retry(UUID message) {
        messages.findById(message)
                .filter(OutboxMessage::hasEndedInVain)
                .orElseThrow(() -> Refusal.of("mail.retry.gone"))
                .retry(clock);
        trail.record("tried again", "OutboxMessage", message, "");
    }

    /**
     * Has all messages that failed tried again, up to 500 at a time.
     *
     * @return how many
     */
    @Transactional
    public int retryAll() {
        var failed = messages.findByState(OutboxMessage.State.FAILED, Limit.of(ROUND));
        failed.forEach(m -> {
            m.retry(clock);
            trail.record("tried again", "OutboxMessage", m.key(), "");
        });
        return failed.size();
    }

    /**
     * Gives a message up that failed or waits: it is not tried again.
     *
     * @throws Refusal if it has left meanwhile
     */
    @Transactional
    public void giveUp(UUID message) {
        messages.findById(message)
                .filter(m -> m.state() == OutboxMessage.State.FAILED || m.state() == OutboxMessage.State.QUEUED)
                .orElseThrow(() -> Refusal.of("mail.retry.gone"))
                .giveUp();
        trail.record("gave up", "OutboxMessage", message, "");
    }
}
