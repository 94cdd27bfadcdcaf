package org.caravanserai.mail;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.caravanserai.mail.NoticeChoice.ByMail;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stops mails of a kind by the link in one of them, without signing in. The link is all that is needed, since it was sent to
 * the reader alone; it tells nothing but the kind. What is stopped for a person is still told in the application.
 */
@Service
public class MailStopping {

    private static final int ATTEMPTS = 3;

    private final StopLinks links;
    private final KnownKinds kinds;
    private final OutboxMessages messages;
    private final NoticeSettings settings;
    private final StoppedMails stopped;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailStopping(
            StopLinks links,
            KnownKinds kinds,
            OutboxMessages messages,
            NoticeSettings settings,
            StoppedMails stopped,
            TransactionTemplate transaction,
            Clock clock) {
        this.links = links;
        this.kinds = kinds;
        this.messages = messages;
        this.settings = settings;
        this.stopped = stopped;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a link stops.
     *
     * @param label the message key of what the kind is called
     * @param digest whether it is the daily digest
     * @param hasAccount whether its reader can choose more in the application
     * @param isStopped whether it is stopped now
     */
    public record Stoppable(String label, boolean digest, boolean hasAccount, boolean isStopped) {}

    /**
     * What a link stops; looking changes nothing.
     *
     * @throws Refusal if we did not write the link
     */
    @Everyone
    public Stoppable look(String link) {
        return inOne(link, message -> {});
    }

    /**
     * Stops it; again does no harm.
     *
     * @throws Refusal if we did not write the link
     */
    @Everyone
    public Stoppable stop(String link) {
        return inOne(link, message -> set(message, ByMail.NEVER));
    }

    /**
     * Has it come again; a digest is chosen anew in the application.
     *
     * @throws Refusal if we did not write the link
     */
    @Everyone
    public Stoppable resume(String link) {
        return inOne(link, message -> set(message, ByMail.AT_ONCE));
    }

    /** Two requests at once, as of a mail program and its reader, both get through. */
    private Stoppable inOne(String link, Consumer<OutboxMessage> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                var shown = transaction.execute(status -> {
                    var message = links.message(link)
                            .flatMap(messages::findById)
                            .orElseThrow(() -> Refusal.of("notice.stop.unknown"));
                    change.accept(message);
                    return shown(message);
                });
                return Optional.ofNullable(shown).orElseThrow();
            } catch (ConcurrencyFailureException | DataIntegrityViolationException raced) {
                if (attempt == ATTEMPTS) {
                    throw raced;
                }
            }
        }
    }

    private Stoppable shown(OutboxMessage message) {
        var kind = kinds.of(message.kind());
        var digest = isDigest(message);
        var wishes = message.person()
                .flatMap(person -> settings.findByPerson(person.value()))
                .map(NoticeSetting::wishes)
                .orElse(NoticeWishes.NONE);
        var isStopped = message.person().isEmpty()
                ? stopped.findByAddressAndKind(message.recipient().value(), kind.name())
                        .isPresent()
                : digest
                        ? wishes.choices().values().stream().noneMatch(c -> c.mail() == ByMail.DIGEST)
                        : wishes.of(kind.name()).mail() == ByMail.NEVER;
        return new Stoppable(kind.label(), digest, message.person().isPresent(), isStopped);
    }

    private void set(OutboxMessage message, ByMail mail) {
        var kind = kinds.of(message.kind()).name();
        message.person()
                .ifPresentOrElse(person -> set(person, message, kind, mail), () -> setForAddress(message, kind, mail));
    }

    private void set(PersonId person, OutboxMessage message, String kind, ByMail mail) {
        var setting = settings.findByPerson(person.value()).orElseGet(() -> new NoticeSetting(person));
        if (!isDigest(message)) {
            setting.choose(kind, setting.wishes().of(kind).by(mail));
        } else if (mail == ByMail.NEVER) {
            setting.chooseAll(c -> c.mail() == ByMail.DIGEST ? c.by(ByMail.NEVER) : c);
        }
        settings.saveAndFlush(setting);
        if (mail == ByMail.NEVER) {
            messages.stop(person.value(), List.of(kind, message.kind()), clock.instant());
        }
    }

    private void setForAddress(OutboxMessage message, String kind, ByMail mail) {
        var known = stopped.findByAddressAndKind(message.recipient().value(), kind);
        if (mail == ByMail.NEVER && known.isEmpty()) {
            stopped.saveAndFlush(new StoppedMail(message.recipient(), kind, clock));
        } else if (mail != ByMail.NEVER) {
            known.ifPresent(stopped::delete);
        }
    }

    private static boolean isDigest(OutboxMessage message) {
        return message.kind().equals(KnownKinds.DIGEST);
    }
}
