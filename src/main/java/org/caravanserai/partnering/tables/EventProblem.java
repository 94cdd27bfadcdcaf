package org.caravanserai.partnering.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.partnering.tables.EventFacts.Facts;
import org.caravanserai.partnering.tables.solver.TablesProblem;
import org.caravanserai.partnering.tables.solver.TablesProblem.Interpreter;
import org.caravanserai.partnering.tables.solver.TablesProblem.Meeting;
import org.caravanserai.partnering.tables.solver.TablesProblem.Pair;
import org.caravanserai.partnering.tables.solver.TablesProblem.Party;
import org.caravanserai.partnering.tables.solver.TablesProblem.Table;
import org.caravanserai.partnering.tables.solver.WishValue;

/** An event as numbers for the solver, and the way back. */
final class EventProblem {

    private final List<UUID> parties = new ArrayList<>();
    private final List<UUID> tables = new ArrayList<>();
    private final List<UUID> interpreters = new ArrayList<>();
    private final List<Set<UUID>> pairs = new ArrayList<>();
    private final TablesProblem problem;

    /**
     * An event, and what is said of it beyond what is stored.
     *
     * @param free the slots in which each party can
     * @param lost for each table the slots in which it is not there any more
     */
    EventProblem(Facts facts, Map<UUID, Long> free, Map<UUID, Long> lost) {
        var all = Slots.before(facts.slots().size());
        var made = new ArrayList<Party>();
        facts.parties().forEach(party -> {
            parties.add(party.key());
            made.add(new Party(free.getOrDefault(party.key(), 0L) & all, party.languages()));
        });
        var places = new ArrayList<Table>();
        facts.tables().forEach(table -> {
            tables.add(table.key());
            places.add(
                    new Table(table.across(), table.down(), table.open() & all & ~lost.getOrDefault(table.key(), 0L)));
        });
        var helpers = new ArrayList<Interpreter>();
        facts.interpreters().forEach(interpreter -> {
            interpreters.add(interpreter.key());
            helpers.add(new Interpreter(interpreter.languages(), all & ~interpreter.away()));
        });
        problem = new TablesProblem(
                facts.slots().stream()
                        .map(slot -> (int) slot.day().toEpochDay())
                        .toList(),
                made,
                places,
                helpers,
                pairs(facts),
                List.of());
    }

    /** Those of whom one wishes to meet the other and none would rather not, and those who have been promised to meet. */
    private List<Pair> pairs(Facts facts) {
        var ranks = new HashMap<List<UUID>, Integer>();
        var refused = new HashSet<Set<UUID>>();
        facts.wishes().forEach(wish -> {
            if (wish.isDeclined()) {
                refused.add(Set.of(wish.wisher(), wish.wished()));
            } else {
                ranks.put(List.of(wish.wisher(), wish.wished()), wish.rank());
            }
        });
        var known = new HashSet<>(parties);
        var made = new ArrayList<Pair>();
        facts.wishes().stream()
                .sorted(Comparator.comparing(PartyWish::key))
                .filter(wish -> !wish.isDeclined() && known.containsAll(List.of(wish.wisher(), wish.wished())))
                .forEach(wish -> {
                    var pair = Set.of(wish.wisher(), wish.wished());
                    if (!refused.contains(pair) && !pairs.contains(pair)) {
                        var back = Optional.ofNullable(ranks.get(List.of(wish.wished(), wish.wisher())));
                        add(
                                made,
                                pair,
                                wish,
                                back.map(rank -> WishValue.mutual(wish.rank(), rank))
                                        .orElseGet(() -> WishValue.alone(wish.rank())));
                    }
                });
        facts.seats().forEach(seat -> {
            if (!pairs.contains(seat.pair())) {
                pairs.add(seat.pair());
                // What organisers put by hand without a wish is kept as if it were somebody's last.
                made.add(new Pair(
                        parties.indexOf(seat.one()),
                        parties.indexOf(seat.other()),
                        WishValue.alone(Integer.MAX_VALUE / 8)));
            }
        });
        return made;
    }

    private void add(List<Pair> made, Set<UUID> pair, PartyWish wish, int value) {
        pairs.add(pair);
        made.add(new Pair(parties.indexOf(wish.wisher()), parties.indexOf(wish.wished()), value));
    }

    TablesProblem problem() {
        return problem;
    }

    /** The event from a slot on: nothing new before it, and meetings that must stay. */
    TablesProblem from(int slot, List<Meeting> stay) {
        return new TablesProblem(
                problem.days(),
                problem.parties().stream()
                        .map(party -> new Party(party.free() & ~Slots.before(slot), party.languages()))
                        .toList(),
                problem.tables(),
                problem.interpreters(),
                problem.pairs(),
                stay);
    }

    Optional<Integer> pair(Set<UUID> two) {
        return Optional.of(pairs.indexOf(two)).filter(index -> index >= 0);
    }

    List<TableSeat> seats(List<Meeting> meetings) {
        return meetings.stream()
                .map(meeting -> {
                    var pair = problem.pairs().get(meeting.pair());
                    return new TableSeat(
                            parties.get(pair.first()),
                            parties.get(pair.second()),
                            meeting.slot(),
                            tables.get(meeting.table()),
                            meeting.interpreter() == TablesProblem.NOBODY
                                    ? Optional.empty()
                                    : Optional.of(interpreters.get(meeting.interpreter())));
                })
                .toList();
    }

    List<Meeting> meetings(List<TableSeat> seats) {
        return seats.stream()
                .map(seat -> new Meeting(
                        pairs.indexOf(seat.pair()),
                        seat.slot(),
                        tables.indexOf(seat.table()),
                        seat.interpreter().map(interpreters::indexOf).orElse(TablesProblem.NOBODY)))
                .toList();
    }
}
