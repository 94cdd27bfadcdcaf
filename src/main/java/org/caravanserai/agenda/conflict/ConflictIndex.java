package org.caravanserai.agenda.conflict;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Knows at every moment all conflicts of one agenda, of the kinds that its rules watch. A move re-evaluates the moved
 * session and those it touched or touches, and no others. Not thread safe.
 */
public final class ConflictIndex {

    private final AgendaFacts agenda;
    private final ConflictRules rules;
    private final LoneConflicts alone;
    private final SharedConflicts shared;
    private final Map<UUID, SessionFacts> sessions = new HashMap<>();
    private final Map<UUID, Lane.Entry> placed = new HashMap<>();
    private final Map<UUID, Set<Conflict>> conflicts = new HashMap<>();

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
        sessions.put(facts.session(), facts);
        shared.describe(facts);
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
        var facts = sessions.get(session);
        if (facts == null) {
            throw new IllegalArgumentException("nothing is known of session " + session);
        }
        var touched = unplace(session);
        alone.find(facts, spot, this::note);
        shared.find(facts, spot, this::note);
        var entry = new Lane.Entry(facts, spot);
        shared.add(entry);
        placed.put(session, entry);
        for (var conflict : conflicts.getOrDefault(session, Set.of())) {
            touched.add(conflict.otherThan(session));
        }
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
        var gone = conflicts.remove(session);
        if (gone != null) {
            for (var conflict : gone) {
                var other = conflict.otherThan(session);
                if (!other.equals(session)) {
                    touched.add(other);
                    Objects.requireNonNull(conflicts.get(other)).remove(conflict);
                }
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
        moves.keySet().forEach(session -> found.addAll(conflicts.getOrDefault(session, Set.of())));
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
        return Set.copyOf(conflicts.getOrDefault(session, Set.of()));
    }

    /** All conflicts, each once. */
    public Set<Conflict> all() {
        var all = new HashSet<Conflict>();
        // Of the two sides of a conflict, the one with the smaller key tells of it.
        conflicts.forEach((session, some) -> {
            for (var conflict : some) {
                if (conflict.session().equals(session)) {
                    all.add(conflict);
                }
            }
        });
        return all;
    }

    /** How many conflicts there are of each kind; kinds without any are not there. */
    public Map<ConflictKind, Integer> counts() {
        var counts = new EnumMap<ConflictKind, Integer>(ConflictKind.class);
        all().forEach(conflict -> counts.merge(conflict.kind(), 1, Integer::sum));
        return counts;
    }

    private void note(Conflict conflict) {
        conflicts.computeIfAbsent(conflict.session(), s -> new HashSet<>()).add(conflict);
        if (conflict.other() != null) {
            conflicts.computeIfAbsent(conflict.other(), s -> new HashSet<>()).add(conflict);
        }
    }
}
