package org.caravanserai.mail;

import java.util.Optional;

/**
 * What narrows a list of messages. All parts must hold.
 *
 * @param state only those that stand here
 * @param kind only those of this kind; empty for all
 * @param words only those whose recipient or subject has this in it; empty for all
 */
public record MailFilter(Optional<OutboxMessage.State> state, String kind, String words) {

    /** Everything. */
    public static final MailFilter ALL = new MailFilter(Optional.empty(), "", "");
}
