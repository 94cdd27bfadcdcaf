package org.caravanserai.partnering.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.directory.Participant.Workplace;
import org.caravanserai.people.Concealment;
import org.caravanserai.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in the directory of a meeting, for those who are in it themselves; organisers learn how many, and not who. */
@Service
public class ParticipantDirectory {

    private final ParticipantRows rows;
    private final Concealment concealment;
    private final PartneringAccess access;
    private final JdbcClient jdbc;

    ParticipantDirectory(ParticipantRows rows, Concealment concealment, PartneringAccess access, JdbcClient jdbc) {
        this.rows = rows;
        this.concealment = concealment;
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * Whom a list shows; what is empty lets everybody through.
     *
     * @param words of names, institutions, countries and lines, however they are spelled
     * @param topic the key of a topic
     * @param language a BCP 47 tag
     */
    public record Filter(String words, String country, String topic, String language) {

        /** Everybody. */
        public static final Filter ALL = new Filter("", "", "", "");

        private boolean lets(Participant person) {
            return (country.isEmpty() || country.equals(person.country()))
                    && (topic.isEmpty() || person.interests().contains(topic))
                    && (language.isEmpty() || person.languages().contains(language));
        }
    }

    /**
     * What was found.
     *
     * @param people one page of it, in the order of names
     * @param total how many it has in all
     * @param countries all of it by country, the acting person too
     */
    public record Found(List<Participant> people, int total, List<Country> countries) {}

    /**
     * Those of a country.
     *
     * @param code ISO 3166-1 alpha-2; empty for those who do not tell
     * @param institutions how many are at each, the most first; those who do not show theirs are missing
     */
    public record Country(String code, int people, List<Institution> institutions) {}

    /** How many are at an institution. */
    public record Institution(Workplace workplace, int people) {}

    /** A page of those in the directory whom the acting person may see. */
    @PreAuthorize("@partnering.member(#meeting)")
    @Transactional(readOnly = true)
    public Found find(MeetingId meeting, Filter filter, int offset, int limit) {
        var hidden = concealment.hiddenFrom(access.me());
        var found = rows.of(meeting).find(filter.words(), person -> !hidden.contains(person.person())).stream()
                .filter(filter::lets)
                .toList();
        return new Found(found.stream().skip(offset).limit(limit).toList(), found.size(), countries(found));
    }

    /** Somebody in the directory whom the acting person may see; empty if there is no such person. */
    @PreAuthorize("@partnering.member(#meeting)")
    @Transactional(readOnly = true)
    public Optional<Participant> person(MeetingId meeting, PersonId person) {
        return concealment.isBetween(access.me(), person)
                ? Optional.empty()
                : rows.of(meeting).people().stream()
                        .filter(p -> p.person().equals(person))
                        .findFirst();
    }

    /** How many are in the directory, by country. */
    @PreAuthorize("@partnering.keepsOrder(#meeting)")
    @Transactional(readOnly = true)
    public Map<String, Integer> totals(MeetingId meeting) {
        var totals = new TreeMap<String, Integer>();
        jdbc.sql("select p.country, count(*) from directory_entry e join person p on p.id = e.person"
                        + " where e.meeting = ? group by p.country")
                .param(meeting.value())
                .query(row -> {
                    totals.put(row.getString(1), row.getInt(2));
                });
        return totals;
    }

    private static List<Country> countries(List<Participant> people) {
        var byCountry =
                people.stream().collect(Collectors.groupingBy(Participant::country, TreeMap::new, Collectors.toList()));
        return byCountry.entrySet().stream()
                .map(one -> new Country(one.getKey(), one.getValue().size(), institutions(one.getValue())))
                .toList();
    }

    private static List<Institution> institutions(List<Participant> people) {
        var places = new LinkedHashMap<String, Workplace>();
        var counts = new LinkedHashMap<String, Integer>();
        people.forEach(person -> person.workplace().ifPresent(work -> {
            places.putIfAbsent(work.key(), work);
            counts.merge(work.key(), 1, Integer::sum);
        }));
        return places.values().stream()
                .map(work -> new Institution(work, counts.getOrDefault(work.key(), 0)))
                .sorted(java.util.Comparator.comparingInt(Institution::people)
                        .reversed()
                        .thenComparing(one -> one.workplace().key()))
                .toList();
    }
}
