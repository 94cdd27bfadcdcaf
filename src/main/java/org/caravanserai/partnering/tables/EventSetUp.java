package org.caravanserai.partnering.tables;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.tables.solver.TablesProblem;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organisers set up partnering events: when they are, which tables and interpreters there are, and how far they have come. */
@Service
public class EventSetUp {

    /** The most tables of an event. */
    public static final int MOST_TABLES = 200;

    private final PartneringEvents events;
    private final EventTables tables;
    private final EventInterpreters interpreters;
    private final EventFacts facts;
    private final TablesPlanning planning;

    EventSetUp(
            PartneringEvents events,
            EventTables tables,
            EventInterpreters interpreters,
            EventFacts facts,
            TablesPlanning planning) {
        this.events = events;
        this.tables = tables;
        this.interpreters = interpreters;
        this.facts = facts;
        this.planning = planning;
    }

    /** An event in a list. */
    public record EventLine(UUID key, LocalizedText title, EventState state, Instant wishesUntil) {

        static EventLine of(PartneringEvent event) {
            return new EventLine(event.key(), event.title(), event.state(), event.wishesUntil());
        }
    }

    /** A table, by its column and row in the hall. */
    public record TableLine(UUID key, String name, int across, int down) {}

    /** Who helps, and the numbers of the slots in which she cannot. */
    public record InterpreterLine(UUID key, String name, Set<String> languages, Set<Integer> away) {}

    /**
     * An event with its parts.
     *
     * @param version stands for what was read, when the plan is changed
     * @param parties how many take part
     * @param wishes how many wishes there are
     * @param given how many meetings are given out
     */
    public record EventSheet(
            UUID key,
            long version,
            EventState state,
            EventPlan plan,
            List<EventSlot> slots,
            List<TableLine> tables,
            List<InterpreterLine> interpreters,
            int parties,
            int wishes,
            int given) {}

    /** The events of a meeting. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public List<EventLine> list(MeetingId meeting) {
        return events.findByMeetingOrderByWishesUntil(meeting.value()).stream()
                .map(EventLine::of)
                .toList();
    }

    /**
     * Founds an event, as a draft.
     *
     * @throws Refusal if something is missing or cannot be
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID found(MeetingId meeting, EventPlan plan) {
        return events.save(new PartneringEvent(meeting, plan)).key();
    }

    /** An event with its parts. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional(readOnly = true)
    public EventSheet sheet(UUID event) {
        var read = facts.read(event);
        return new EventSheet(
                event,
                read.event().version(),
                read.event().state(),
                read.event().plan(),
                read.slots(),
                read.tables().stream()
                        .map(table -> new TableLine(table.key(), table.name(), table.across(), table.down()))
                        .toList(),
                read.interpreters().stream().map(EventSetUp::line).toList(),
                read.parties().size(),
                (int) read.wishes().stream().filter(wish -> !wish.isDeclined()).count(),
                read.meetings().size());
    }

    private static InterpreterLine line(EventInterpreter interpreter) {
        return new InterpreterLine(
                interpreter.key(),
                interpreter.name(),
                interpreter.languages(),
                IntStream.range(0, TablesProblem.MOST_SLOTS)
                        .filter(slot -> (interpreter.away() >> slot & 1) != 0)
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    /**
     * Changes what an event is.
     *
     * @param version as it was read
     * @throws Refusal if something cannot be, or times change after people were asked
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void change(UUID event, long version, EventPlan plan) {
        var found = facts.event(event);
        found.requireVersion(version);
        found.change(plan);
    }

    /**
     * Leads an event on or back. Where wishes may come again, what was found for those before is forgotten.
     *
     * @throws Refusal if it cannot go there from where it is, or has no table or slot
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void lead(UUID event, EventState to) {
        var read = facts.read(event);
        if (to == EventState.OPEN && (read.slots().isEmpty() || read.tables().isEmpty())) {
            throw Refusal.of("tables.refused.empty");
        }
        read.event().lead(to);
        if (to == EventState.OPEN) {
            planning.forget(event);
        }
    }

    /**
     * Adds tables, numbered on from those there are, in rows.
     *
     * @throws Refusal if there would be too many
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void addTables(UUID event, int count, int inRow) {
        var there = tables.findByEventOrderByDownAscAcrossAscName(event);
        if (count < 1 || inRow < 1 || inRow > EventTable.LARGEST || there.size() + count > MOST_TABLES) {
            throw Refusal.at("tables", "tables.refused.tables", MOST_TABLES);
        }
        var names = there.stream().map(EventTable::name).collect(Collectors.toSet());
        var down = there.stream().mapToInt(EventTable::down).max().orElse(0);
        var number = 0;
        for (var i = 0; i < count; i++) {
            do {
                number++;
            } while (names.contains(String.valueOf(number)));
            tables.save(new EventTable(event, String.valueOf(number), i % inRow + 1, down + 1 + i / inRow));
        }
    }

    /** Names a table and says where it stands. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void describeTable(UUID event, UUID table, String name, int across, int down) {
        tables.findById(table).filter(found -> found.event().equals(event)).ifPresent(found -> {
            if (tables.findByEventOrderByDownAscAcrossAscName(event).stream()
                    .anyMatch(other -> other != found && other.name().equals(name.strip()))) {
                throw Refusal.at("name", "tables.refused.twice");
            }
            found.describe(name, across, down);
        });
    }

    /**
     * Takes a table away.
     *
     * @throws Refusal if somebody meets there
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void removeTable(UUID event, UUID table) {
        if (facts.read(event).seats().stream().anyMatch(seat -> seat.table().equals(table))) {
            throw Refusal.of("tables.refused.used");
        }
        tables.findById(table).filter(found -> found.event().equals(event)).ifPresent(tables::delete);
    }

    /**
     * Adds an interpreter.
     *
     * @param away the numbers of the slots in which she cannot
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public UUID addInterpreter(UUID event, String name, Set<String> languages, Set<Integer> away) {
        return interpreters
                .save(new EventInterpreter(event, name, languages, bits(away)))
                .key();
    }

    private static long bits(Set<Integer> slots) {
        return slots.stream().mapToLong(slot -> 1L << slot).sum();
    }

    /** Changes what is known of an interpreter. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void describeInterpreter(
            UUID event, UUID interpreter, String name, Set<String> languages, Set<Integer> away) {
        interpreters
                .findById(interpreter)
                .filter(found -> found.event().equals(event))
                .ifPresent(found -> found.describe(name, languages, bits(away)));
    }

    /**
     * Takes an interpreter away.
     *
     * @throws Refusal if she helps at a meeting
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void removeInterpreter(UUID event, UUID interpreter) {
        if (facts.read(event).seats().stream()
                .anyMatch(seat -> seat.interpreter().filter(interpreter::equals).isPresent())) {
            throw Refusal.of("tables.refused.used");
        }
        interpreters
                .findById(interpreter)
                .filter(found -> found.event().equals(event))
                .ifPresent(interpreters::delete);
    }
}
