package org.caravanserai.mail;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.mail.NoticeChoice.ByMail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how recipients wish to be told: two statements at most, whatever their number. */
@Component
class NoticeWishesReading {

    private final JdbcClient jdbc;
    private final StoppedMails stopped;

    NoticeWishesReading(JdbcClient jdbc, StoppedMails stopped) {
        this.jdbc = jdbc;
        this.stopped = stopped;
    }

    private record Wish(NoticeWishes wishes, ZoneId zone) {}

    /** What is known of some recipients. */
    static final class Known {

        private final Map<UUID, Wish> byPerson;
        private final Set<StoppedMail.Stopped> stopped;

        private Known(Map<UUID, Wish> byPerson, Set<StoppedMail.Stopped> stopped) {
            this.byPerson = byPerson;
            this.stopped = stopped;
        }

        NoticeWishes.Way way(Outbox.Message message, NoticeKind kind, Instant at) {
            var person = message.person();
            if (person == null) {
                var never = kind.isChoosable()
                        && stopped.contains(new StoppedMail.Stopped(message.to().value(), kind.name()));
                return new NoticeWishes.Way(false, never ? ByMail.NEVER : ByMail.AT_ONCE, at, false);
            }
            var wish = byPerson.get(person.value());
            return wish == null
                    ? NoticeWishes.Way.usual(kind, at)
                    : wish.wishes().way(kind, at, wish.zone());
        }
    }

    Known of(Collection<Outbox.Message> messages) {
        var people = messages.stream()
                .map(Outbox.Message::person)
                .filter(Objects::nonNull)
                .map(person -> person.value())
                .collect(toSet());
        var addresses = messages.stream()
                .filter(m -> m.person() == null)
                .map(m -> m.to().value())
                .collect(toSet());
        return new Known(
                wishes(people),
                addresses.isEmpty()
                        ? Set.of()
                        : stopped.findByAddressIn(addresses).stream()
                                .map(StoppedMail::stopped)
                                .collect(toSet()));
    }

    private Map<UUID, Wish> wishes(Set<UUID> people) {
        var found = new HashMap<UUID, Wish>();
        if (!people.isEmpty()) {
            jdbc.sql("select s.person, s.digest_hour, s.quiet_from, s.quiet_until, s.skip_seen, s.choices, p.zone"
                            + " from notice_setting s join person p on p.id = s.person where s.person in (:people)")
                    .param("people", new HashSet<>(people))
                    .query((row, i) -> found.put(row.getObject(1, UUID.class), wish(row)))
                    .list();
        }
        return found;
    }

    private static Wish wish(ResultSet row) throws SQLException {
        @Nullable Integer from = row.getObject(3, Integer.class);
        @Nullable Integer until = row.getObject(4, Integer.class);
        return new Wish(
                new NoticeWishes(
                        NoticeChoicesConverter.read(row.getString(6)),
                        row.getInt(2),
                        NoticeSetting.quiet(from, until),
                        row.getBoolean(5)),
                ZoneId.of(row.getString(7)));
    }
}
