package org.caravanserai.partnering.introduction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.introduction.IntroductionLine.Other;
import org.caravanserai.partnering.introduction.IntroductionLine.Standing;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.PersonNameColumns;
import org.caravanserai.text.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads introductions as one of the two may see them; one statement for a list. */
@Component
class IntroductionRows {

    /** Introductions of a person, each with the other of the two. */
    static final String WITH_OTHER =
            " from introduction n join person p on p.id = case when n.asker = :me then n.asked else n.asker end";

    /** Those that are neither taken back nor between people who are kept apart. */
    static final String HERS = """
             where (n.asker = :me or n.asked = :me) and n.withdrawn_at is null
            and not exists (select 1 from person_block b
                where (b.blocker = :me and b.blocked = p.id) or (b.blocker = p.id and b.blocked = :me))
            """;

    private static final String ROWS = "select n.id, n.asker, n.asked, n.card is not null, c.title, n.line, n.answer,"
            + " n.asked_at, n.answered_at, p.affiliation,"
            + " (select count(*) from introduction_message m where m.introduction = n.id and m.sender <> :me"
            + "  and m.read_at is null),"
            + " (select count(*) from directory_entry e where e.meeting = n.meeting and e.person in (n.asker, n.asked)), "
            + PersonNameColumns.of("p") + WITH_OTHER + " left join partner_card c on c.id = n.card" + HERS
            + " and n.meeting = :meeting";

    private static final int FIRST_OF_NAME = 13;
    private static final int BOTH = 2;

    private final JdbcClient jdbc;

    IntroductionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<IntroductionLine> of(MeetingId meeting, PersonId me) {
        return jdbc
                .sql(ROWS)
                .param("me", me.value())
                .param("meeting", meeting.value())
                .query((row, i) -> line(row, me))
                .list()
                .stream()
                // By what she may know: an order by answers would tell that there was one.
                .sorted(Comparator.comparing(IntroductionLine::at).reversed().thenComparing(IntroductionLine::key))
                .toList();
    }

    private static IntroductionLine line(ResultSet row, PersonId me) throws SQLException {
        var asks = row.getObject(2, UUID.class).equals(me.value());
        var answer = Answer.valueOf(row.getString(7));
        var standing = standing(asks, answer);
        // Who wrote a card without a name stays unknown until both have agreed.
        var known = !asks || answer == Answer.YES || !row.getBoolean(4) || row.getInt(12) == BOTH;
        var other = new PersonId(row.getObject(asks ? 3 : 2, UUID.class));
        var title = row.getString(5);
        var answered = row.getTimestamp(9);
        // When it was put aside is not for her who asks.
        Instant at = answered == null || standing == Standing.NOT_YET
                ? row.getTimestamp(8).toInstant()
                : answered.toInstant();
        return new IntroductionLine(
                row.getObject(1, UUID.class),
                standing,
                known ? Optional.of(new Other(other, PersonNameColumns.at(row, FIRST_OF_NAME))) : Optional.empty(),
                standing == Standing.AGREED ? row.getString(10) : "",
                title == null ? LocalizedText.EMPTY : LocalizedText.fromJson(title),
                row.getString(6),
                at,
                row.getInt(11));
    }

    private static Standing standing(boolean asks, Answer answer) {
        if (answer == Answer.YES) {
            return Standing.AGREED;
        }
        if (asks) {
            return Standing.NOT_YET;
        }
        return answer == Answer.NONE ? Standing.TO_ANSWER : Standing.PUT_ASIDE;
    }
}
