package org.caravanserai.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that the acting person has got at her own address: those that a mail server took, and, without one, those
 * that are kept. A link that lets its reader into an account is not shown of a message that went out: it was meant for
 * whoever reads that mail, and a borrowed session must not become an account.
 */
@Service
@SignedIn
public class Mailbox {

    private static final String ABOUT_ACCOUNTS = "account-";

    private final MailQueries queries;
    private final MailServer server;
    private final Access access;
    private final Accounts accounts;
    private final StoredFiles files;

    Mailbox(MailQueries queries, MailServer server, Access access, Accounts accounts, StoredFiles files) {
        this.queries = queries;
        this.server = server;
        this.access = access;
        this.accounts = accounts;
        this.files = files;
    }

    /** Whether messages are kept here alone: there is no mail server. */
    public boolean isUsed() {
        return !server.isThere();
    }

    /** The acting person's messages, newest first. */
    @Transactional(readOnly = true)
    public List<MailLine> mine(int offset, int limit) {
        return address().map(mine -> queries.received(mine, offset, limit)).orElse(List.of());
    }

    /** How many messages the acting person has got. */
    @Transactional(readOnly = true)
    public int countMine() {
        return address().map(queries::countReceived).orElse(0);
    }

    /**
     * One of the acting person's messages.
     *
     * @throws Refusal if she has no such message
     */
    @Transactional(readOnly = true)
    public MailText read(UUID message) {
        return address()
                .flatMap(mine -> queries.received(mine, message))
                .map(text -> opensAnAccount(text) ? text.withoutLink() : text)
                .orElseThrow(() -> Refusal.of("mail.message.gone"));
    }

    /**
     * One of the acting person's messages as a mail program shows it: HTML in which all that people wrote is escaped.
     *
     * @return empty where it has a link that is not to be shown here
     * @throws Refusal if she has no such message
     */
    @Transactional(readOnly = true)
    public Optional<String> html(UUID message) {
        var mine = address().orElseThrow(() -> Refusal.of("mail.message.gone"));
        var text = queries.received(mine, message).orElseThrow(() -> Refusal.of("mail.message.gone"));
        return opensAnAccount(text) ? Optional.empty() : queries.receivedHtml(mine, message);
    }

    /**
     * The file that goes with one of the acting person's messages.
     *
     * @throws Refusal if she has no such message, or it has no file
     */
    @Transactional(readOnly = true)
    public Outbox.Attachment file(UUID message) {
        var file = address()
                .flatMap(mine -> queries.receivedFile(mine, message))
                .orElseThrow(() -> Refusal.of("mail.message.gone"));
        try (var bytes = files.open(file.bytes())) {
            return new Outbox.Attachment(file.name(), file.type(), bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean opensAnAccount(MailText text) {
        return text.line().state() == OutboxMessage.State.SENT
                && text.line().kind().startsWith(ABOUT_ACCOUNTS)
                && !text.actionAddress().isEmpty();
    }

    private Optional<String> address() {
        return access.me()
                .flatMap(me -> accounts.findByPerson(me.value()))
                .map(Account::email)
                .map(email -> email.value());
    }
}
