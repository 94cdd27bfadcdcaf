package org.caravanserai.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice as a list shows it.
 *
 * @param key the notice's key
 * @param subject what it says in a line
 * @param label the message key of what its kind is called
 * @param languageTag the language it is written in
 * @param at since when it stands there
 * @param read whether it was read
 */
public record NoticeLine(UUID key, String subject, String label, String languageTag, Instant at, boolean read) {}
