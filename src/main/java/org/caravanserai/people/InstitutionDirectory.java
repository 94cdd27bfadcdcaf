package org.caravanserai.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.LocalizedText;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds institutions by any of their names in any script, and tells which belong to which. */
@Service
public class InstitutionDirectory {

    /** The most that a search answers at once. */
    public static final int MOST = 50;

    private static final int DEEPEST = 8;

    private final Institutions institutions;
    private final JdbcClient jdbc;

    InstitutionDirectory(Institutions institutions, JdbcClient jdbc) {
        this.institutions = institutions;
        this.jdbc = jdbc;
    }

    /**
     * An institution as people choose it.
     *
     * @param ror its identifier
     * @param country ISO 3166-1 alpha-2; empty if not known
     * @param printedName as it will stand on badges and programmes
     */
    public record Found(
            UUID key,
            Ror ror,
            InstitutionState state,
            LocalizedText name,
            String printedName,
            String city,
            String country) {

        static Found of(Institutions.Row row) {
            return new Found(
                    row.key(),
                    new Ror(row.ror()),
                    row.state(),
                    row.name(),
                    row.printedName(),
                    row.city(),
                    row.country());
        }

        /** It as an affiliation. */
        public Affiliation affiliation() {
            return new Affiliation(Optional.of(key), printedName);
        }
    }

    /**
     * The active institutions that match what was typed, the likeliest first; none when nothing was typed.
     *
     * @param typed words of a name in any language and spelling, an acronym, or a ROR id
     * @param limit how many at most; no more than {@value #MOST}
     */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Found> search(String typed, int limit) {
        var words = FoldedWords.of(typed);
        if (words.isEmpty() || limit < 1) {
            return List.of();
        }
        return institutions
                .search(
                        words.word(0),
                        words.word(1),
                        words.word(2),
                        words.word(3),
                        words.acronym(),
                        words.begin(),
                        words.inside(),
                        Limit.of(Math.min(limit, MOST)))
                .stream()
                .map(Found::of)
                .toList();
    }

    /** One institution, whatever its state; empty if there is none. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<Found> find(UUID key) {
        return institutions.rows(List.of(key)).stream().map(Found::of).findFirst();
    }

    /** These institutions by key, whatever their state; those that there are not are absent. */
    @SignedIn
    @Transactional(readOnly = true)
    public Map<UUID, Found> find(Collection<UUID> keys) {
        var found = new HashMap<UUID, Found>();
        if (!keys.isEmpty()) {
            institutions.rows(keys).forEach(row -> found.put(row.key(), Found.of(row)));
        }
        return found;
    }

    /** The institution with an identifier; empty if the directory does not hold it. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<Found> find(Ror ror) {
        return institutions.findByRor(ror.value()).flatMap(found -> find(found.key()));
    }

    /** All names of these institutions in all languages, and their acronyms of more than two letters. */
    @Internal
    @Transactional(readOnly = true)
    public Set<String> names(Collection<UUID> keys) {
        var names = new LinkedHashSet<String>();
        for (var institution : institutions.findAllById(keys)) {
            names.add(institution.printedName());
            names.addAll(institution.name().texts().values());
            names.addAll(institution.aliases());
            institution.acronyms().stream().filter(a -> a.length() > 2).forEach(names::add);
        }
        return names;
    }

    /**
     * The institutions that each of these belongs to, directly or through others, itself not among them: two people whose
     * institutions meet here work for one house. Asks once for each level, however many institutions there are.
     */
    @Internal
    @Transactional(readOnly = true)
    public Map<UUID, Set<UUID>> ancestors(Collection<UUID> keys) {
        var parents = new HashMap<UUID, Set<UUID>>();
        var asked = new HashSet<UUID>();
        Set<UUID> level = new HashSet<>(keys);
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            asked.addAll(level);
            var next = new HashSet<UUID>();
            for (var link : parents(level)) {
                parents.computeIfAbsent(link.child(), k -> new LinkedHashSet<>())
                        .add(link.parent());
                next.add(link.parent());
            }
            next.removeAll(asked);
            level = next;
        }
        var ancestors = new HashMap<UUID, Set<UUID>>();
        keys.forEach(key -> ancestors.put(key, above(key, parents)));
        return ancestors;
    }

    private record Link(UUID child, UUID parent) {}

    private List<Link> parents(Set<UUID> children) {
        return jdbc.sql("select c.id, p.id from institution c join institution_parent r on r.child = c.ror"
                        + " join institution p on p.ror = r.parent where c.id in (:children)")
                .param("children", children)
                .query((row, i) -> new Link(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    private static Set<UUID> above(UUID key, Map<UUID, Set<UUID>> parents) {
        var above = new LinkedHashSet<UUID>();
        var open = new java.util.ArrayDeque<>(parents.getOrDefault(key, Set.of()));
        while (!open.isEmpty()) {
            var next = open.removeFirst();
            if (!next.equals(key) && above.add(next)) {
                open.addAll(parents.getOrDefault(next, Set.of()));
            }
        }
        return above;
    }
}
