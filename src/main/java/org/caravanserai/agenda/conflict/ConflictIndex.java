package org.caravanserai.agenda.conflict;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Knows at every moment all conflicts of one agenda, of the kinds that its rules watch. A move re-evaluates the moved
 * session and those it touched or touches, and no others. Not thread safe.
 */
public final class ConflictIndex {

    private final AgendaFacts agenda;
    private final ConflictRules rules;
    private final LoneConflicts alone;
    private final SharedConflicts shared;
    private final Map<UUID, Profile> sessions = new HashMap<>();
    private final Map<UUID, Lane.Entry> placed = new HashMap<>();

    /** An agenda in which nothing is placed yet. */
    public ConflictIndex(AgendaFacts agenda, ConflictRules rules) {
        this.agenda = agenda;
        this.rules = rules;
        var rooms = new HashMap<UUID, RoomFacts>();
        agenda.rooms().forEach(room -> rooms.put(room.room(), room));
        alone = new LoneConflicts(agenda, rules, rooms);
        shared = new SharedConflicts(agenda, rules, rooms);
        agenda.sessions().forEach(this::describe);
    }

    /** What is known of the meeting, as the index began with it. */
    public AgendaFacts agenda() {
        return agenda;
    }

    /** How its conflicts are judged. */
    public ConflictRules rules() {
        return rules;
    }

    /** Tells what is known of a session, or that it has changed. */
    public void describe(SessionFacts facts) {
        var entry = placed.get(facts.session());
        if (entry != null) {
            unplace(facts.session());
        }
        sessions.put(facts.session(), shared.profile(facts));
        if (entry != null) {
            place(facts.session(), entry.spot());
        }
    }

    /** Whether anything is known of a session. */
    public boolean knows(UUID session) {
        return sessions.containsKey(session);
    }

    /**
     * Places or moves a session.
     *
     * @return all sessions whose conflicts may have changed, itself included
     */
    public Set<UUID> place(UUID session, Spot spot) {
        var profile = sessions.get(session);
        if (profile == null) {
            throw new IllegalArgumentException("nothing is known of session " + session);
        }
        var touched = unplace(session);
        var entry = new Lane.Entry(profile, spot);
        alone.find(profile.facts(), spot, entry.conflicts()::add);
        shared.find(entry, (other, conflict) -> {
            entry.conflicts().add(conflict);
            other.conflicts().add(conflict);
            touched.add(other.facts().session());
        });
        shared.add(entry);
        placed.put(session, entry);
        return touched;
    }

    /**
     * Takes a session out of its place, if it has one.
     *
     * @return all sessions whose conflicts may have changed, itself included
     */
    public Set<UUID> unplace(UUID session) {
        var touched = new HashSet<UUID>();
        touched.add(session);
        var entry = placed.remove(session);
        if (entry == null) {
            return touched;
        }
        shared.remove(entry);
        for (var conflict : entry.conflicts()) {
            var other = conflict.otherThan(session);
            if (!other.equals(session)) {
                touched.add(other);
                // Both sides hold the one object.
                Objects.requireNonNull(placed.get(other)).conflicts().removeIf(each -> each == conflict);
            }
        }
        return touched;
    }

    /**
     * What would be wrong with some sessions if they stood elsewhere, all moved at once. Nothing is moved.
     *
     * @param moves where they would stand; empty for no place
     * @return the conflicts that the moved sessions would have
     */
    public Set<Conflict> after(Map<UUID, Optional<Spot>> moves) {
        var before = new HashMap<UUID, Optional<Spot>>();
        moves.keySet().forEach(session -> before.put(session, spot(session)));
        put(moves);
        var found = new HashSet<Conflict>();
        moves.keySet().forEach(session -> found.addAll(conflicts(session)));
        put(before);
        return found;
    }

    private void put(Map<UUID, Optional<Spot>> moves) {
        moves.keySet().forEach(this::unplace);
        moves.forEach((session, spot) -> spot.ifPresent(s -> place(session, s)));
    }

    /** Where a session is; empty while it has no place. */
    public Optional<Spot> spot(UUID session) {
        return Optional.ofNullable(placed.get(session)).map(Lane.Entry::spot);
    }

    /** The sessions that have a place. */
    public Set<UUID> placed() {
        return Set.copyOf(placed.keySet());
    }

    /** The conflicts of one session. */
    public Set<Conflict> of(UUID session) {
        return Set.copyOf(conflicts(session));
    }

    private List<Conflict> conflicts(UUID session) {
        var entry = placed.get(session);
        return entry == null ? List.of() : entry.conflicts();
    }

    /** All conflicts, each once. */
    public Set<Conflict> all() {
        var all = HashSet.<Conflict>newHashSet(placed.values().stream()
                                .mapToInt(entry -> entry.conflicts().size())
                                .sum()
                        / 2
                + 1);
        forEach(all::add);
        return all;
    }

    /** How many conflicts there are of each kind; kinds without any are not there. */
    public Map<ConflictKind, Integer> counts() {
        var counts = new EnumMap<ConflictKind, Integer>(ConflictKind.class);
        forEach(conflict -> counts.merge(conflict.kind(), 1, Integer::sum));
        return counts;
    }

    /** Of the two sides of a conflict, the one with the smaller key tells of it. */
    private void forEach(Consumer<Conflict> told) {
        for (var entry : placed.values()) {
            var session = entry.facts().session();
            for (var conflict : entry.conflicts()) {
                if (conflict.session().equals(session)) {
                    told.accept(conflict);
                }
            }
        }
    }
}
