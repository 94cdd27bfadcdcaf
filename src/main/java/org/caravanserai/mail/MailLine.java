package org.caravanserai.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as a list shows it.
 *
 * @param key the message's key
 * @param recipient the address it goes to
 * @param subject its subject
 * @param kind what it is about, such as {@code decision}
 * @param languageTag the language it is written in
 * @param state where it stands
 * @param attempts how often it was tried
 * @param createdAt when it was queued
 * @param dueAt when it is tried next
 * @param sentAt when the server accepted it; null if it has not
 * @param lastError what the server or the network said last; empty if nothing went wrong
 */
public record MailLine(
        UUID key,
        String recipient,
        String subject,
        String kind,
        String languageTag,
        OutboxMessage.State state,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        String lastError) {}
