package org.caravanserai.partnering.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.caravanserai.partnering.tables.EventFacts.Facts;
import org.caravanserai.people.CalendarEntries;
import org.caravanserai.people.CalendarEntry;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The meetings at tables that have been given out, in the calendars of those who meet. */
@Component
class TableEntries implements CalendarEntries {

    private final JdbcClient jdbc;
    private final EventFacts facts;
    private final PeopleProperties installation;

    TableEntries(JdbcClient jdbc, EventFacts facts, PeopleProperties installation) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.installation = installation;
    }

    private record Part(UUID event, UUID party) {}

    @Override
    @Transactional(readOnly = true)
    public List<CalendarEntry> of(PersonId person, Language language, Instant since) {
        var entries = new ArrayList<CalendarEntry>();
        for (var part : parts(person)) {
            // The person need not be signed in to read her calendar, and is in the event.
            var all = Actor.asSystem(() -> facts.read(part.event()));
            all.meetings().stream()
                    .filter(met -> met.pair().contains(part.party()))
                    .forEach(met -> met.seat()
                            .filter(seat -> all.slots().get(seat.slot()).until().isAfter(since))
                            .ifPresent(seat -> entries.add(entry(all, met, seat, part.party(), language))));
        }
        return entries;
    }

    private CalendarEntry entry(Facts all, TableMeeting met, TableSeat seat, UUID party, Language language) {
        var slot = all.slots().get(seat.slot());
        var other = seat.one().equals(party) ? seat.other() : seat.one();
        var table = all.tables().stream()
                .filter(each -> each.key().equals(seat.table()))
                .map(EventTable::name)
                .findFirst()
                .orElse("");
        return CalendarEntry.once(
                met.key() + "@tables.caravanserai",
                made(met.key()),
                true,
                all.zone(),
                slot.from(),
                slot.until(),
                new CalendarEntry.Told(
                        Objects.requireNonNull(all.names().get(other)).in(language),
                        table,
                        all.event().title().text(language),
                        installation.address("/app/meetings/" + all.meeting().slug() + "/tables/"
                                + all.event().key())));
    }

    /** A key of ours says when it was made (RFC 9562, 5.7); a meeting that is placed anew is another. */
    private static Instant made(UUID key) {
        return Instant.ofEpochMilli(key.getMostSignificantBits() >>> 16);
    }

    private List<Part> parts(PersonId person) {
        return jdbc.sql("select distinct t.event, m.party from partnering_member m"
                        + " join table_meeting t on t.one = m.party or t.other = m.party"
                        + " where m.person = ? and t.absent is null")
                .param(person.value())
                .query((row, number) -> new Part(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }
}
