package org.caravanserai.partnering.card;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.directory.Participant.Workplace;
import org.caravanserai.partnering.matching.CardFacts;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Lexicon;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.partnering.matching.Span;
import org.caravanserai.people.PersonNameColumns;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cards of meetings as they stand, kept in memory until anything changes that decides what they say or who sees them:
 * one statement tells whether it has. Cards of people who were excluded are not among them.
 */
@Component
class CardReading {

    private static final String SHOWN = " from partner_card c join person p on p.id = c.author"
            + " left join directory_entry e on e.meeting = c.meeting and e.person = c.author"
            + " left join institution i on i.id = p.institution"
            + " where c.meeting = :meeting and c.state = 'PUBLISHED' and c.expires_on >= :today"
            + " and not exists (select 1 from partnering_bar b where b.meeting = c.meeting and b.person = c.author)";

    private static final String STAMP =
            "select count(*), sum(c.version), max(c.changed_at), sum(p.version), count(e.id),"
                    + " sum(e.version), max(e.changed_at),"
                    + " (select count(*) from person_block), (select max(k.blocked_at) from person_block k)"
                    + SHOWN;

    private static final int STAMPED = 9;

    private static final String ROWS = "select c.id, c.author, c.kind, c.sought, c.topics, c.title, c.text, c.methods,"
            + " c.languages, c.from_day, c.until_day, c.visibility, c.expires_on, p.country, p.affiliation, i.name,"
            + " e.shows_institution, " + PersonNameColumns.of("p") + SHOWN + " order by c.published_at desc, c.id";

    private static final int FIRST_OF_NAME = 18;

    private final JdbcClient jdbc;
    private final MeetingDirectory meetings;
    private final Clock clock;
    private final Cache<UUID, KnownCards> kept =
            Caffeine.newBuilder().maximumSize(50).build();

    CardReading(JdbcClient jdbc, MeetingDirectory meetings, Clock clock) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** The cards of a meeting that the acting person may see: one statement, three after a change. */
    KnownCards of(MeetingId id) {
        var meeting = meetings.byId(id).orElseThrow(() -> Refusal.of("partner.meeting.gone"));
        var today = LocalDate.now(clock.withZone(meeting.zone()));
        var stamp = meeting.version() + "|" + today
                + jdbc.sql(STAMP)
                        .param("meeting", id.value())
                        .param("today", today)
                        .query((row, i) -> stamp(row))
                        .single();
        var before = kept.getIfPresent(id.value());
        if (before != null && before.stamp().equals(stamp)) {
            return before;
        }
        var cards = jdbc.sql(ROWS)
                .param("meeting", id.value())
                .param("today", today)
                .query((row, i) -> card(row))
                .list();
        var now = new KnownCards(stamp, cards, apart(id), lexicon(meeting));
        kept.put(id.value(), now);
        return now;
    }

    private static String stamp(ResultSet row) throws SQLException {
        var stamp = new StringBuilder();
        for (int column = 1; column <= STAMPED; column++) {
            stamp.append('|').append(row.getString(column));
        }
        return stamp.toString();
    }

    private static Lexicon lexicon(MeetingView meeting) {
        return new Lexicon(
                meeting.topics().stream().map(MeetingView.TopicView::keywords).toList());
    }

    private Map<UUID, Set<UUID>> apart(MeetingId meeting) {
        var apart = new HashMap<UUID, Set<UUID>>();
        jdbc.sql("select b.blocker, b.blocked from person_block b where b.blocker in"
                        + " (select c.author from partner_card c where c.meeting = ?)")
                .param(meeting.value())
                .query(row -> {
                    var one = row.getObject(1, UUID.class);
                    var other = row.getObject(2, UUID.class);
                    apart.computeIfAbsent(one, k -> new HashSet<>()).add(other);
                    apart.computeIfAbsent(other, k -> new HashSet<>()).add(one);
                });
        return apart;
    }

    private static KnownCard card(ResultSet row) throws SQLException {
        var shows = row.getBoolean(17);
        var member = !row.wasNull();
        var facts = new CardFacts(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                CardKind.valueOf(row.getString(3)),
                Sought.valueOf(row.getString(4)),
                set(row.getString(5)),
                LocalizedText.fromJson(row.getString(6)),
                LocalizedText.fromJson(row.getString(7)),
                CardContent.split(row.getString(8)),
                set(row.getString(9)),
                row.getString(14),
                new Span(day(row, 10), day(row, 11)));
        return new KnownCard(
                facts,
                PersonNameColumns.at(row, FIRST_OF_NAME),
                member,
                member && shows ? workplace(row.getString(15), row.getString(16)) : Optional.empty(),
                Visibility.valueOf(row.getString(12)),
                day(row, 13).orElseThrow());
    }

    private static Optional<Workplace> workplace(String affiliation, @Nullable String names) {
        var name = names == null ? LocalizedText.english(affiliation) : LocalizedText.fromJson(names);
        return name.isEmpty() ? Optional.empty() : Optional.of(new Workplace(affiliation, name));
    }

    private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Set<String> set(String column) {
        return column.isEmpty() ? Set.of() : new HashSet<>(List.of(column.split(",", -1)));
    }
}
