package org.caravanserai.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.LiveUpdates.Channel;
import org.caravanserai.platform.LiveUpdates.Subscription;
import org.caravanserai.text.PersonName;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Knows who has an agenda open and what she holds in her hand. It promises nothing and locks nothing: it lets people see each
 * other. A board that has not been heard of for half a minute is taken for closed.
 */
@Service
public class AgendaPresence {

    /** How often an open board must be heard of. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final Duration LIFE = HEARTBEAT.multipliedBy(3);

    private final Map<UUID, Map<UUID, Seen>> here = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, Seen>> elsewhere = new ConcurrentHashMap<>();
    private final SharedPresence shared;
    private final Persons persons;
    private final Access access;
    private final LiveUpdates updates;
    private final Clock clock;

    AgendaPresence(SharedPresence shared, Persons persons, Access access, LiveUpdates updates, Clock clock) {
        this.shared = shared;
        this.persons = persons;
        this.access = access;
        this.updates = updates;
        this.clock = clock;
    }

    /**
     * Somebody at a board.
     *
     * @param board tells the boards of one person apart
     * @param held the keys of the sessions she holds
     */
    public record Present(UUID board, PersonId person, PersonName name, Set<UUID> held) {}

    private record Seen(Present present, Instant at) {}

    /** Where boards of a meeting hear that {@link #present} answers otherwise now. */
    public static Channel channel(MeetingId meeting) {
        return new Channel("agenda-presence", meeting.value());
    }

    /** The acting person opens a board, which she must be heard of at within each {@link #HEARTBEAT}, until it is closed. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public Subscription enter(MeetingId meeting, UUID board) {
        hold(meeting, board, Set.of());
        return () -> leave(meeting, board);
    }

    /** The acting person still has this board open, and holds these sessions. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public void hold(MeetingId meeting, UUID board, Set<UUID> held) {
        var me = access.me();
        if (me.isEmpty()) {
            return;
        }
        var boards = here.computeIfAbsent(meeting.value(), m -> new ConcurrentHashMap<>());
        var before = boards.get(board);
        var name = before == null
                ? persons.findById(me.get().value()).map(Person::name).orElseThrow()
                : before.present().name();
        var now = new Present(board, me.get(), name, Set.copyOf(held));
        boards.put(board, new Seen(now, clock.instant()));
        shared.here(meeting, now);
        if (before == null || !before.present().equals(now)) {
            updates.send(channel(meeting), now);
        }
    }

    private void leave(MeetingId meeting, UUID board) {
        var boards = here.get(meeting.value());
        if (boards != null && boards.remove(board) != null) {
            shared.gone(board);
            updates.send(channel(meeting), board);
        }
    }

    /** Who is at the boards of a meeting, in the order of their names. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    public List<Present> present(MeetingId meeting) {
        var all = new ArrayList<Present>();
        for (var boards : List.of(here, elsewhere)) {
            boards.getOrDefault(meeting.value(), Map.of()).values().forEach(seen -> all.add(seen.present()));
        }
        all.sort(java.util.Comparator.comparing((Present p) -> p.name().published())
                .thenComparing(Present::board));
        return all;
    }

    /** Forgets boards of this process that have not been heard of, as after a browser was killed. */
    void sweep() {
        var dead = clock.instant().minus(LIFE);
        here.forEach((meeting, boards) -> boards.values().stream()
                .filter(seen -> seen.at().isBefore(dead))
                .forEach(seen -> {
                    boards.remove(seen.present().board());
                    shared.gone(seen.present().board());
                    updates.tell(channel(new MeetingId(meeting)), seen.present().board());
                }));
        here.values().removeIf(Map::isEmpty);
    }

    /** Learns who is at boards of other processes. */
    void look(Set<UUID> meetings) {
        var found = shared.present(meetings, clock.instant().minus(LIFE));
        for (var meeting : meetings) {
            var own = here.getOrDefault(meeting, Map.of());
            var now = new ConcurrentHashMap<UUID, Seen>();
            var known = elsewhere.getOrDefault(meeting, Map.of());
            for (var row : found.getOrDefault(meeting, List.of())) {
                if (!own.containsKey(row.board())) {
                    var seen = known.get(row.board());
                    var name = seen != null
                            ? seen.present().name()
                            : persons.findById(row.person().value())
                                    .map(Person::name)
                                    .orElse(null);
                    if (name != null) {
                        now.put(
                                row.board(),
                                new Seen(new Present(row.board(), row.person(), name, row.held()), Instant.EPOCH));
                    }
                }
            }
            if (!now.equals(known)) {
                elsewhere.put(meeting, now);
                updates.tell(channel(new MeetingId(meeting)), meeting);
            }
        }
        elsewhere.keySet().retainAll(meetings);
    }
}
