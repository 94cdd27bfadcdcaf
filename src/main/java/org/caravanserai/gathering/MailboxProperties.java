package org.caravanserai.gathering;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox to which people's calendar applications send their answers, read by IMAP.
 *
 * @param address its address, which stands for the organiser in invitations; empty for the one that messages come from
 * @param host the IMAP server; empty if no mailbox is read
 * @param port its port
 * @param username who signs in; empty for the address
 * @param password with what
 * @param tls whether the connection is encrypted from its beginning
 */
@ConfigurationProperties("caravanserai.calendar-mailbox")
record MailboxProperties(
        @DefaultValue("") String address,
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean tls) {

    /** Whether a mailbox is read. */
    boolean isThere() {
        return !host.isEmpty();
    }

    @Override
    public String toString() {
        return "mailbox " + username + " at " + host;
    }
}
