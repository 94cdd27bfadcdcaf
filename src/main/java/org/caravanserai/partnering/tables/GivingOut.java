package org.caravanserai.partnering.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.partnering.tables.EventFacts.Facts;
import org.caravanserai.partnering.tables.TablesOrder.Trouble;
import org.caravanserai.partnering.tables.solver.PlanCheck;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisers give out who meets whom: what the optimiser found, after they have seen what would change, or one meeting by
 * hand. Whom it concerns is written once, even if several things change within minutes.
 */
@Service
public class GivingOut {

    private final EventFacts facts;
    private final PartneringEvents events;
    private final EventParties parties;
    private final EventTables tables;
    private final TableMeetings meetings;
    private final PartyTimes times;
    private final TablesPlanning planning;
    private final TableNews news;

    GivingOut(
            EventFacts facts,
            PartneringEvents events,
            EventParties parties,
            EventTables tables,
            TableMeetings meetings,
            PartyTimes times,
            TablesPlanning planning,
            TableNews news) {
        this.facts = facts;
        this.events = events;
        this.parties = parties;
        this.tables = tables;
        this.meetings = meetings;
        this.times = times;
        this.planning = planning;
        this.news = news;
    }

    /**
     * A meeting in the grid of tables and slots.
     *
     * @param absent who did not come, if somebody did not; such a meeting has no table any more
     */
    public record GridMeeting(
            UUID key, PartyName one, PartyName other, int slot, Optional<TableSeat> seat, Optional<UUID> absent) {}

    /** What is given out of an event. */
    public record Grid(List<EventSlot> slots, List<EventSetUp.TableLine> tables, List<GridMeeting> meetings) {}

    /** What would become of two who meet: they have {@code before} now and {@code after} then. */
    public record Change(PartyName one, PartyName other, Optional<TableSeat> before, Optional<TableSeat> after) {}

    /** What is given out of an event. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional(readOnly = true)
    public Grid grid(UUID event) {
        var read = facts.read(event);
        var names = read.names();
        return new Grid(
                read.slots(),
                read.tables().stream()
                        .map(table -> new EventSetUp.TableLine(table.key(), table.name(), table.across(), table.down()))
                        .toList(),
                read.meetings().stream()
                        .map(meeting -> {
                            var two = meeting.two();
                            return new GridMeeting(
                                    meeting.key(),
                                    PartyName.of(names, two.getFirst()),
                                    PartyName.of(names, two.getLast()),
                                    meeting.slot(),
                                    meeting.seat(),
                                    meeting.absent());
                        })
                        .toList());
    }

    /** Everybody who takes part, in the order in which they came. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional(readOnly = true)
    public List<PartyName> parties(UUID event) {
        var read = facts.read(event);
        var names = read.names();
        return read.parties().stream()
                .map(party -> PartyName.of(names, party.key()))
                .toList();
    }

    /** What would change of what is given out if the run's plan were adopted; empty while there is none. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional(readOnly = true)
    public List<Change> difference(UUID event) {
        return planning.found(event)
                .map(found -> changes(facts.read(event), found.state().plan()))
                .orElseGet(List::of);
    }

    private static List<Change> changes(Facts read, List<TableSeat> plan) {
        var names = read.names();
        var before = new LinkedHashMap<Set<UUID>, TableSeat>();
        read.seats().forEach(seat -> before.put(seat.pair(), seat));
        var after = new LinkedHashMap<Set<UUID>, TableSeat>();
        plan.forEach(seat -> after.put(seat.pair(), seat));
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .map(pair -> {
                    var was = Optional.ofNullable(before.get(pair));
                    var becomes = Optional.ofNullable(after.get(pair));
                    var seat = becomes.or(() -> was).orElseThrow();
                    return new Change(PartyName.of(names, seat.one()), PartyName.of(names, seat.other()), was, becomes);
                })
                .filter(change -> change.before().isEmpty()
                        || change.after().isEmpty()
                        || !change.before().get().equals(change.after().get())
                                && !(change.before()
                                                .get()
                                                .standsAs(change.after().get())
                                        && change.before()
                                                .get()
                                                .interpreter()
                                                .equals(change.after().get().interpreter())))
                .toList();
    }

    /**
     * Gives out what was shown, all of it or nothing, and writes to those whom it concerns.
     *
     * @param shown the difference as it was shown
     * @throws Refusal if something has changed since
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void adopt(UUID event, List<Change> shown) {
        var locked = events.lock(event).orElseThrow();
        var found = planning.found(event).orElseThrow(() -> Refusal.of("tables.refused.noPlan"));
        var plan = found.state().plan();
        var read = facts.read(event);
        if (!Set.copyOf(read.seats()).equals(Set.copyOf(found.state().before()))
                || !changes(read, plan).equals(shown)) {
            throw Refusal.of("tables.refused.moved");
        }
        planning.take(event, found.key());
        locked.giveOut();
        found.state().order().trouble().ifPresent(this::happened);
        var changed = new HashSet<Set<UUID>>();
        shown.forEach(
                change -> changed.add(Set.of(change.one().key(), change.other().key())));
        replace(read, plan, changed);
        news.tell(facts.read(event), changed.stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    private void happened(Trouble trouble) {
        switch (trouble) {
            case Trouble.Leaves leaves ->
                parties.findById(leaves.party()).ifPresent(party -> party.leaveFrom(leaves.from()));
            case Trouble.Lost lost -> tables.findById(lost.table()).ifPresent(table -> table.loseFrom(lost.from()));
            case Trouble.AfterAll _, Trouble.Refill _ -> {}
        }
    }

    private void replace(Facts read, List<TableSeat> plan, Set<Set<UUID>> changed) {
        meetings.deleteAll(read.meetings().stream()
                .filter(meeting -> meeting.absent().isEmpty() && changed.contains(meeting.pair()))
                .toList());
        // What is gone makes room before what is new comes.
        meetings.flush();
        plan.stream()
                .filter(seat -> changed.contains(seat.pair()))
                .forEach(seat -> meetings.save(new TableMeeting(read.event().key(), seat)));
        meetings.flush();
    }

    /**
     * Lets two meet, by hand.
     *
     * @throws Refusal if that breaks a rule that every plan keeps, which is said
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void put(UUID event, UUID one, UUID other, int slot, UUID table) {
        var locked = events.lock(event).orElseThrow();
        if (!locked.state().isGivenOut()) {
            throw Refusal.of("tables.refused.state");
        }
        var read = facts.read(event);
        var known = read.names().keySet();
        if (!known.containsAll(List.of(one, other))
                || one.equals(other)
                || slot < 0
                || slot >= read.slots().size()
                || read.tables().stream().noneMatch(each -> each.key().equals(table))) {
            throw Refusal.of("tables.refused.gone");
        }
        meetings.save(new TableMeeting(event, fitting(read, new TableSeat(one, other, slot, table, Optional.empty()))));
        news.tell(facts.read(event), Set.of(one, other));
    }

    /** This seat, with whoever interprets if somebody must: if she is free, who is named in it. */
    private TableSeat fitting(Facts read, TableSeat wanted) {
        var free = times.free(read);
        var helpers = new LinkedHashSet<Optional<UUID>>();
        helpers.add(wanted.interpreter());
        helpers.add(Optional.empty());
        read.interpreters().forEach(interpreter -> helpers.add(Optional.of(interpreter.key())));
        List<PlanCheck.Broken> broken = List.of();
        for (var helper : helpers) {
            var seat = wanted.helpedBy(helper);
            var all = new ArrayList<>(read.seats());
            all.add(seat);
            var made = new EventProblem(read.with(all), free, Map.of());
            var numbers = made.meetings(all);
            broken = PlanCheck.of(made.problem(), numbers).broken().stream()
                    .filter(each -> each.meeting().equals(numbers.getLast()))
                    .toList();
            if (broken.isEmpty()) {
                return seat;
            }
        }
        throw new Refusal(broken.stream()
                .map(PlanCheck.Broken::rule)
                .distinct()
                .map(rule -> Refusal.Problem.at("", "tables.rule." + rule))
                .toList());
    }

    /** Two do not meet after all. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void remove(UUID event, UUID meeting) {
        var held = events.lock(event).orElseThrow();
        of(event, meeting).ifPresent(found -> {
            meetings.delete(found);
            meetings.flush();
            news.tell(facts.read(held.key()), found.pair());
        });
    }

    /** Somebody did not come to a meeting: its table and whoever waited are free for others. */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void missed(UUID event, UUID meeting, UUID absent) {
        of(event, meeting).ifPresent(found -> found.missedBy(absent));
    }

    /**
     * Who was said not to have come has come after all: both meet where they were to.
     *
     * @param seat where that was
     * @throws Refusal if that is free no more, or breaks a rule that every plan keeps by now
     */
    @PreAuthorize("@tablesAccess.organises(#event)")
    @Transactional
    public void came(UUID event, UUID meeting, TableSeat seat) {
        var held = events.lock(event).orElseThrow();
        var found = of(event, meeting).orElseThrow(() -> Refusal.of("tables.refused.gone"));
        if (found.absent().isPresent()) {
            // Whoever misses a meeting is not free in its slot.
            found.missedByNobody();
            found.heldAt(fitting(facts.read(held.key()), seat));
        }
    }

    private Optional<TableMeeting> of(UUID event, UUID meeting) {
        return meetings.findById(meeting).filter(found -> found.event().equals(event));
    }
}
