package org.caravanserai.people;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with the directory of institutions: look through it, count it, and correct it. */
@Service
public class InstitutionAdministration {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Institutions institutions;

    InstitutionAdministration(Institutions institutions) {
        this.institutions = institutions;
    }

    /**
     * Which institutions to list.
     *
     * @param words of a name in any language and spelling; empty for all
     * @param country ISO 3166-1 alpha-2; empty for all
     * @param state empty for all
     */
    public record Filter(String words, String country, Optional<InstitutionState> state) {

        Collection<InstitutionState> states() {
            return state.map(List::of).orElse(List.of(InstitutionState.values()));
        }
    }

    /** A place in the list; the next page begins after it. */
    public record Place(String name, UUID key) {

        /** Before the first. */
        public static final Place BEGIN = new Place("", BEFORE_ALL);
    }

    /**
     * A page.
     *
     * @param next where the following page begins; empty after the last
     */
    public record Listed(List<InstitutionDirectory.Found> institutions, Optional<Place> next) {}

    /** How many institutions match the words of a filter, by country and by state. */
    public record Counts(Map<String, Long> byCountry, Map<InstitutionState, Long> byState, long all) {}

    /** An institution with all that is known of it, and the version that a change is based on. */
    public record Detail(
            UUID key,
            long version,
            Ror ror,
            InstitutionState state,
            String country,
            Set<InstitutionType> types,
            Institution.Content content,
            boolean edited) {

        /** Its name for a reader. */
        public LocalizedText name() {
            return content.name();
        }
    }

    /** A page of the list in the order of the printed names. */
    @Administrators
    @Transactional(readOnly = true)
    public Listed list(Filter filter, Place after, int limit) {
        var words = FoldedWords.of(filter.words());
        var rows = institutions.page(
                filter.country(),
                filter.states(),
                words.word(0),
                words.word(1),
                words.word(2),
                words.word(3),
                after.name(),
                after.key(),
                Limit.of(limit + 1));
        var more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        var next = more
                ? Optional.of(
                        new Place(shown.getLast().sortKey(), shown.getLast().key()))
                : Optional.<Place>empty();
        return new Listed(shown.stream().map(InstitutionDirectory.Found::of).toList(), next);
    }

    /** Counts what matches a filter: by country whatever the country, by state whatever the state. */
    @Administrators
    @Transactional(readOnly = true)
    public Counts count(Filter filter) {
        var words = FoldedWords.of(filter.words());
        var byCountry = new TreeMap<String, Long>();
        var byState = new EnumMap<InstitutionState, Long>(InstitutionState.class);
        long all = 0;
        for (var count : institutions.count(words.word(0), words.word(1), words.word(2), words.word(3))) {
            var here = filter.country().isEmpty() || filter.country().equals(count.country());
            var so = filter.states().contains(count.state());
            if (so) {
                byCountry.merge(count.country(), count.number(), Long::sum);
            }
            if (here) {
                byState.merge(count.state(), count.number(), Long::sum);
            }
            all += here && so ? count.number() : 0;
        }
        return new Counts(byCountry, byState, all);
    }

    /** All that is known of an institution; empty if there is none with this identifier. */
    @Administrators
    @Transactional(readOnly = true)
    public Optional<Detail> read(Ror ror) {
        return institutions.findByRor(ror.value()).map(InstitutionAdministration::detail);
    }

    /**
     * Corrects an institution by hand; a newer dump leaves it as it is then.
     *
     * @param version the version that was looked at
     * @return the version now
     * @throws Refusal if something typed cannot be taken
     */
    @Administrators
    @Transactional
    public long correct(UUID key, long version, Institution.Content content) {
        var institution = institutions.findById(key).orElseThrow(() -> Refusal.of("institution.gone"));
        institution.requireVersion(version);
        institution.correct(content);
        return institutions.saveAndFlush(institution).version();
    }

    private static Detail detail(Institution found) {
        return new Detail(
                found.key(),
                found.version(),
                found.ror(),
                found.state(),
                found.country(),
                found.types(),
                new Institution.Content(found.name(), found.aliases(), found.acronyms(), found.city(), found.website()),
                found.isEdited());
    }
}
