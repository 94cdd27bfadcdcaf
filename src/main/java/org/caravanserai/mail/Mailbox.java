package org.caravanserai.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.SignedIn;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages kept for the acting person's own address, when there is no mail server to send them. */
@Service
@SignedIn
public class Mailbox {

    private final MailQueries queries;
    private final MailServer server;
    private final Access access;
    private final Accounts accounts;

    Mailbox(MailQueries queries, MailServer server, Access access, Accounts accounts) {
        this.queries = queries;
        this.server = server;
        this.access = access;
        this.accounts = accounts;
    }

    /** Whether messages are kept here: there is no mail server. */
    public boolean isUsed() {
        return !server.isThere();
    }

    /** The acting person's messages, newest first. */
    @Transactional(readOnly = true)
    public List<MailLine> mine(int offset, int limit) {
        return address().map(mine -> queries.kept(mine, offset, limit)).orElse(List.of());
    }

    /** How many messages are kept for the acting person. */
    @Transactional(readOnly = true)
    public int countMine() {
        return address().map(queries::countKept).orElse(0);
    }

    /**
     * One of the acting person's messages.
     *
     * @throws Refusal if she has no such message
     */
    @Transactional(readOnly = true)
    public MailText read(UUID message) {
        return queries.text(message)
                .filter(m -> m.line().state() == OutboxMessage.State.KEPT)
                .filter(m -> address().filter(m.line().recipient()::equals).isPresent())
                .orElseThrow(() -> Refusal.of("mail.message.gone"));
    }

    private Optional<String> address() {
        return access.me()
                .flatMap(me -> accounts.findByPerson(me.value()))
                .map(Account::email)
                .map(email -> email.value());
    }
}
