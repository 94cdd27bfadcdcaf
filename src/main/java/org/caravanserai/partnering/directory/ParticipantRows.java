package org.caravanserai.partnering.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.Collator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.directory.Participant.Workplace;
import org.caravanserai.people.Countries;
import org.caravanserai.people.Degree;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.PersonNameColumns;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.search.MemoryIndex;
import org.caravanserai.text.search.SearchWords;
import org.caravanserai.text.search.Typed;
import org.caravanserai.text.search.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The directories as they stand, kept in memory with an index of their words until anything in them changes: one statement
 * tells whether it has, so that whoever left is gone at once, on every node.
 */
@Component
class ParticipantRows {

    private static final String STAMP = """
            select count(*), sum(e.version), max(e.changed_at), sum(p.version)
            from directory_entry e join person p on p.id = e.person where e.meeting = ?
            """;

    private static final String ROWS = "select e.person, p.degree, p.institution, p.affiliation, i.name, p.country,"
            + " p.interests, p.languages, e.line, e.shows_institution, e.shows_interests, e.shows_languages, "
            + PersonNameColumns.of("p")
            + " from directory_entry e join person p on p.id = e.person"
            + " left join institution i on i.id = p.institution where e.meeting = ?";

    private static final int FIRST_OF_NAME = 13;

    private final JdbcClient jdbc;
    private final Cache<UUID, Kept> kept = Caffeine.newBuilder().maximumSize(50).build();

    ParticipantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A directory, in the order of names; immutable. */
    record Kept(String stamp, List<Participant> people, MemoryIndex index) {

        /** Who of those that somebody may see says what was typed; all of them where nothing was. */
        List<Participant> find(String words, Predicate<Participant> visible) {
            var seen = people.stream().filter(visible).toList();
            var typed = Typed.of(words);
            if (typed.isEmpty()) {
                return seen;
            }
            var among = seen.stream().map(Kept::key).collect(Collectors.toSet());
            var keys = index.find(typed, among::contains);
            return seen.stream().filter(person -> keys.contains(key(person))).toList();
        }

        private static String key(Participant person) {
            return person.person().value().toString();
        }
    }

    /** The directory of a meeting: one statement, two after a change. */
    Kept of(MeetingId meeting) {
        var stamp = jdbc.sql(STAMP)
                .param(meeting.value())
                .query((row, i) ->
                        row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3) + "|" + row.getString(4))
                .single();
        var before = kept.getIfPresent(meeting.value());
        if (before != null && before.stamp().equals(stamp)) {
            return before;
        }
        var people = read(meeting);
        var now = new Kept(stamp, people, index(people));
        kept.put(meeting.value(), now);
        return now;
    }

    private List<Participant> read(MeetingId meeting) {
        var order = Collator.getInstance(Language.EN.icuLocale());
        return jdbc.sql(ROWS).param(meeting.value()).query((row, i) -> participant(row)).list().stream()
                .sorted(Comparator.comparing(ParticipantRows::sortedBy, order::compare)
                        .thenComparing(p -> p.person().value()))
                .toList();
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                new PersonId(row.getObject(1, UUID.class)),
                PersonNameColumns.at(row, FIRST_OF_NAME),
                Degree.valueOf(row.getString(2)),
                row.getBoolean(10)
                        ? workplace(row.getObject(3, UUID.class), row.getString(4), row.getString(5))
                        : Optional.empty(),
                row.getString(6),
                row.getBoolean(11) ? set(row.getString(7)) : List.of(),
                row.getBoolean(12) ? set(row.getString(8)) : List.of(),
                LocalizedText.fromJson(row.getString(9)));
    }

    private static Optional<Workplace> workplace(
            @Nullable UUID institution, String affiliation, @Nullable String names) {
        if (institution != null && names != null) {
            return Optional.of(new Workplace(institution.toString(), LocalizedText.fromJson(names)));
        }
        return affiliation.isEmpty()
                ? Optional.empty()
                : Optional.of(new Workplace(Folding.fold(affiliation), LocalizedText.english(affiliation)));
    }

    private static MemoryIndex index(List<Participant> people) {
        var texts = new HashMap<String, List<Word>>();
        for (var person : people) {
            var said = new ArrayList<>(SearchWords.in(person.name()));
            person.workplace().ifPresent(work -> said.addAll(SearchWords.in(work.name())));
            said.addAll(SearchWords.in(person.line()));
            if (!person.country().isEmpty()) {
                for (var language : Language.values()) {
                    said.addAll(SearchWords.in(Countries.name(language, person.country()), language));
                }
            }
            texts.put(Kept.key(person), said);
        }
        return new MemoryIndex(texts);
    }

    private static String sortedBy(Participant person) {
        var name = person.name();
        return name.family().isEmpty() ? name.published() : name.family() + " " + name.given();
    }

    private static List<String> set(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(",", -1));
    }
}
