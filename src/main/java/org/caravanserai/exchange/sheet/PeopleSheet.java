package org.caravanserai.exchange.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.caravanserai.mail.ConcealedMatters;
import org.caravanserai.platform.MeetingSheet;
import org.caravanserai.platform.Spreadsheets;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everyone on a submitted proposal or a session, with how many of each; not those of proposals concealed from her. */
@Component
@Order(300)
class PeopleSheet implements MeetingSheet {

    private static final String PEOPLE = """
            select p.code, p.published, p.native_script, p.kana, p.degree, p.affiliation, p.country, p.orcid,
                   count(distinct t.proposal), count(distinct t.session)
            from (select c.person, c.proposal, cast(null as uuid) as session from contributor c
                  join proposal r on r.id = c.proposal
                  where r.meeting = :meeting and r.state <> 'DRAFT' and r.id not in (:hidden) and c.person is not null
                  union all
                  select sp.person, cast(null as uuid), sp.session from session_person sp
                  join session s on s.id = sp.session where s.meeting = :meeting) t
            join person p on p.id = t.person
            group by p.code, p.published, p.native_script, p.kana, p.degree, p.affiliation, p.country, p.orcid
            order by p.published, p.code
            """;

    private final JdbcClient jdbc;
    private final List<ConcealedMatters> concealing;
    private final Messages messages;

    PeopleSheet(JdbcClient jdbc, List<ConcealedMatters> concealing, Messages messages) {
        this.jdbc = jdbc;
        this.concealing = List.copyOf(concealing);
        this.messages = messages;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Spreadsheets.Table table(UUID meeting, Language in) {
        var hidden = new ArrayList<>(concealing.stream()
                .map(c -> c.concealedFromMe(Set.of(meeting)))
                .flatMap(Collection::stream)
                .toList());
        // An empty list is none in SQL.
        hidden.add(new UUID(0, 0));
        var rows = jdbc.sql(PEOPLE)
                .param("meeting", meeting)
                .param("hidden", hidden)
                .query((row, number) -> List.of(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        messages.get(in, "profile.degree." + row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        Integer.toString(row.getInt(9)),
                        Integer.toString(row.getInt(10))))
                .list();
        var heads = Stream.of(
                        "review.column.code",
                        "meeting.field.name",
                        "exchange.column.native",
                        "exchange.column.kana",
                        "exchange.column.degree",
                        "review.column.affiliation",
                        "review.column.country",
                        "exchange.column.orcid",
                        "review.title",
                        "exchange.column.sessions")
                .map(key -> messages.get(in, key))
                .toList();
        return new Spreadsheets.Table(heads, rows);
    }
}
