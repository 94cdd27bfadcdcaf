package org.caravanserai.mail;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.caravanserai.mail.NoticeChoice.ByMail;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.people.SignedIn;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the acting person wishes to be told of things: each choice counts from the next message on. */
@Service
@SignedIn
public class NoticeChoices {

    private final NoticeSettings settings;
    private final OutboxMessages messages;
    private final KnownKinds kinds;
    private final Persons persons;
    private final Access access;
    private final Clock clock;

    NoticeChoices(
            NoticeSettings settings,
            OutboxMessages messages,
            KnownKinds kinds,
            Persons persons,
            Access access,
            Clock clock) {
        this.settings = settings;
        this.messages = messages;
        this.kinds = kinds;
        this.persons = persons;
        this.access = access;
        this.clock = clock;
    }

    /** What the acting person has chosen. */
    @Transactional(readOnly = true)
    public NoticeWishes mine() {
        return settings.findByPerson(access.requireMe().value())
                .map(NoticeSetting::wishes)
                .orElse(NoticeWishes.NONE);
    }

    /** What can be chosen about, by area. */
    public List<NoticeKind> kinds() {
        return kinds.choosable();
    }

    /**
     * Chooses how one kind is told. What waits already of a kind that is not wanted by mail any more is not sent either.
     *
     * @throws Refusal if the kind cannot be chosen about
     */
    @Transactional
    public void choose(String kind, NoticeChoice choice) {
        if (kinds.choosable().stream().noneMatch(k -> k.name().equals(kind))) {
            throw Refusal.of("notice.kind.unknown");
        }
        change(setting -> setting.choose(kind, choice));
        if (choice.mail() == ByMail.NEVER) {
            messages.stop(access.requireMe().value(), List.of(kind), clock.instant());
        }
    }

    /**
     * Sets the hour of the digest on the acting person's own clock; what waits for it comes at the new hour.
     *
     * @throws Refusal if it is no hour of a day
     */
    @Transactional
    public void digestAt(int hour) {
        var next = change(setting -> setting.digestAt(hour));
        var zone =
                persons.findById(access.requireMe().value()).map(Person::zone).orElseThrow();
        messages.digestAt(access.requireMe().value(), next.nextDigest(clock.instant(), zone));
    }

    /** Sets the hours in which no mail comes that may wait; empty ends them. */
    @Transactional
    public void keepQuiet(Optional<QuietHours> hours) {
        change(setting -> setting.keepQuiet(hours));
    }

    /** Chooses whether mail about what she has seen in the application is not sent. */
    @Transactional
    public void skipSeen(boolean skip) {
        change(setting -> setting.skipSeen(skip));
    }

    private NoticeWishes change(Consumer<NoticeSetting> change) {
        var me = access.requireMe();
        var setting = settings.findByPerson(me.value()).orElseGet(() -> new NoticeSetting(me));
        change.accept(setting);
        return settings.saveAndFlush(setting).wishes();
    }
}
