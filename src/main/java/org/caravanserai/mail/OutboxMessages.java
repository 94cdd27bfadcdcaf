package org.caravanserai.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** All messages, on their way or kept. */
interface OutboxMessages extends JpaRepository<OutboxMessage, UUID> {

    List<OutboxMessage> findByStateAndDueAtLessThanEqualOrderByDueAt(
            OutboxMessage.State state, Instant due, Limit limit);

    List<OutboxMessage> findByStateOrderByCreatedAtDesc(OutboxMessage.State state, Limit limit);

    List<OutboxMessage> findByRecipientOrderByCreatedAtDesc(String recipient, Limit limit);
}
