package org.caravanserai.mail;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.people.Administrators;
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
    private final Clock clock;

    MailSupervision(OutboxMessages messages, MailQueries queries, MailServer server, Clock clock) {
        this.messages = messages;
        this.queries = queries;
        this.server = server;
        this.clock = clock;
    }

    /** Whether a mail server is set; without one, messages are kept. */
    public boolean hasServer() {
        return server.isThere();
    }

    /** How many messages there are in each state. */
    @Transactional(readOnly = true)
    public Map<OutboxMessage.State, Integer> counts() {
        return queries.states();
    }

    /** Messages in a state, newest first. */
    @Transactional(readOnly = true)
    public List<MailLine> inState(OutboxMessage.State state, int offset, int limit) {
        return queries.lines("state", state.name(), offset, limit);
    }

    /** How many messages are in a state. */
    @Transactional(readOnly = true)
    public int countInState(OutboxMessage.State state) {
        return queries.count("state", state.name());
    }

    /**
     * Has a message that was given up tried again.
     *
     * @throws Refusal if it is not among the failures any more
     */
    @Transactional
    public void retry(UUID message) {
        messages.findById(message)
                .filter(m -> m.state() == OutboxMessage.State.FAILED)
                .orElseThrow(() -> Refusal.of("mail.retry.gone"))
                .retry(clock);
    }

    /**
     * Has all messages that were given up tried again, up to 500 at a time.
     *
     * @return how many
     */
    @Transactional
    public int retryAll() {
        var failed = messages.findByState(OutboxMessage.State.FAILED, Limit.of(ROUND));
        failed.forEach(m -> m.retry(clock));
        return failed.size();
    }
}
