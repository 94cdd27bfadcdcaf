package org.caravanserai.partnering.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.partnering.tables.EventFacts.Facts;

/** What one party of an event does when. */
final class Timetables {

    private Timetables() {}

    static List<EventParticipation.Appointed> of(Facts facts, UUID party) {
        var names = facts.names();
        var tables = facts.tables().stream().collect(Collectors.toMap(EventTable::key, EventTable::name));
        var interpreters =
                facts.interpreters().stream().collect(Collectors.toMap(EventInterpreter::key, EventInterpreter::name));
        return facts.seats().stream()
                .filter(seat -> seat.pair().contains(party))
                .sorted(Comparator.comparingInt(TableSeat::slot))
                .map(seat -> new EventParticipation.Appointed(
                        facts.slots().get(seat.slot()),
                        Objects.requireNonNull(names.get(seat.one().equals(party) ? seat.other() : seat.one())),
                        tables.getOrDefault(seat.table(), ""),
                        seat.interpreter().map(interpreters::get).orElse("")))
                .toList();
    }
}
