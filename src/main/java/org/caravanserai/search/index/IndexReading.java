package org.caravanserai.search.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.caravanserai.agenda.Publications;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.review.reviewing.ReviewSql;
import org.caravanserai.review.reviewing.SqlNames;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the database what stands in the index: as many statements for one thing of a kind as for a thousand. */
@Component
class IndexReading {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String PROPOSALS = """
            select p.id, p.code, p.meeting, p.session_type, p.state, p.title, p.abstract_text,
                   r.title, r.abstract_text, d.title
            from proposal p left join redaction r on r.proposal = p.id left join draft d on d.proposal = p.id
            where p.id in (:keys)
            """;

    private static final String PEOPLE_OF_PROPOSALS =
            "select c.proposal, c.person, c.answer, c.invited_name, pe.affiliation,"
                    + ReviewSql.NAME
                    + "from contributor c left join person pe on pe.id = c.person where c.proposal in (:keys)"
                    + " union all select p.id, p.proposer, 'CONFIRMED', '', pe.affiliation," + ReviewSql.NAME
                    + "from proposal p join person pe on pe.id = p.proposer where p.id in (:keys)";

    private static final String INSTITUTIONS = "select id, name, printed_name, aliases, acronyms, city from institution"
            + " where id in (:keys) and state = 'ACTIVE'";

    private final JdbcClient jdbc;
    private final Publications publications;

    IndexReading(JdbcClient jdbc, Publications publications) {
        this.jdbc = jdbc;
        this.publications = publications;
    }

    /** The keys of a kind after a key, in order; none after the last. */
    List<UUID> keys(Unit.Kind kind, Optional<UUID> after, int limit) {
        var table = switch (kind) {
            case PROPOSAL -> "proposal";
            case PERSON -> "person";
            case INSTITUTION -> "institution";
            case AGENDA -> "meeting";
            case INSTITUTIONS, EVERYTHING, MARK -> throw new IllegalArgumentException(kind.name());
        };
        return jdbc.sql("select id from " + table + " where id > ? order by id limit ?")
                .params(after.orElse(FIRST), limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** How many things of a kind there are. */
    int count(Unit.Kind kind) {
        return jdbc.sql("select count(*) from " + (kind == Unit.Kind.AGENDA ? "meeting" : kind.name()))
                .query(Integer.class)
                .single();
    }

    /** The keys of the proposals that these people are on. */
    List<UUID> proposalsOf(Collection<UUID> persons) {
        return jdbc.sql("select proposal from contributor where person in (:persons)"
                        + " union select id from proposal where proposer in (:persons)")
                .param("persons", persons)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The documents of these, by key; a key without any is of something that is not, or not any more, to be found. */
    Map<UUID, List<Document>> read(Unit.Kind kind, Collection<UUID> keys) {
        var found = new HashMap<UUID, List<Document>>();
        keys.forEach(key -> found.put(key, List.of()));
        if (keys.isEmpty()) {
            return found;
        }
        switch (kind) {
            case PROPOSAL -> proposals(keys).forEach(p -> found.put(p.key(), List.of(Documents.of(p))));
            case PERSON ->
                jdbc.sql("select pe.id, pe.affiliation," + ReviewSql.NAME + "from person pe where pe.id in (:keys)")
                        .param("keys", keys)
                        .query(row -> {
                            var key = row.getObject(1, UUID.class);
                            found.put(key, List.of(Documents.person(key, SqlNames.name(row, 3), row.getString(2))));
                        });
            case INSTITUTION ->
                jdbc.sql(INSTITUTIONS).param("keys", keys).query(row -> {
                    var key = row.getObject(1, UUID.class);
                    found.put(key, List.of(institution(key, row)));
                });
            case AGENDA ->
                keys.forEach(key -> publications
                        .current(new MeetingId(key))
                        .ifPresent(agenda -> found.put(key, Documents.of(agenda))));
            case INSTITUTIONS, EVERYTHING, MARK -> throw new IllegalArgumentException(kind.name());
        }
        return found;
    }

    private List<Documents.ProposalText> proposals(Collection<UUID> keys) {
        var people = new HashMap<UUID, List<Documents.Named>>();
        jdbc.sql(PEOPLE_OF_PROPOSALS).param("keys", keys).query(row -> {
            people.computeIfAbsent(row.getObject(1, UUID.class), k -> new ArrayList<>())
                    .add(named(row));
        });
        return jdbc.sql(PROPOSALS)
                .param("keys", keys)
                .query((row, number) -> {
                    var key = row.getObject(1, UUID.class);
                    var title = text(row.getString(6));
                    var abstractText = text(row.getString(7));
                    return new Documents.ProposalText(
                            key,
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            row.getObject(4, UUID.class),
                            row.getString(5),
                            title,
                            abstractText,
                            given(row.getString(8)).orElse(title),
                            given(row.getString(9)).orElse(abstractText),
                            given(row.getString(10)).orElse(LocalizedText.EMPTY),
                            people.getOrDefault(key, List.of()));
                })
                .list();
    }

    private static Documents.Named named(ResultSet row) throws SQLException {
        @Nullable UUID person = row.getObject(2, UUID.class);
        if (person == null) {
            return new Documents.Named("", PersonName.published(row.getString(4)), "");
        }
        var owns = !row.getString(3).equals("DECLINED");
        return new Documents.Named(owns ? person.toString() : "", SqlNames.name(row, 6), row.getString(5));
    }

    private static Document institution(UUID key, ResultSet row) throws SQLException {
        var others = Stream.of(row.getString(3), row.getString(4), row.getString(5))
                .flatMap(lines -> Arrays.stream(lines.split("\n")))
                .toList();
        return Documents.institution(key, text(row.getString(2)), others, row.getString(6));
    }

    private static LocalizedText text(String json) {
        return LocalizedText.fromJson(json);
    }

    private static Optional<LocalizedText> given(@Nullable String json) {
        return Optional.ofNullable(json).map(LocalizedText::fromJson);
    }
}
