package org.caravanserai.partnering.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.caravanserai.partnering.tables.solver.TablesBound;
import org.caravanserai.partnering.tables.solver.TablesScore;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.runs.LongRun;
import org.caravanserai.platform.runs.LongRuns;
import org.caravanserai.platform.runs.Processes;
import org.springframework.stereotype.Component;

/** Makes runs that are at work for as long as a test wants, and what another process makes of an event's runs. */
@Component
public class RunFixtures {

    static final TablesOrder ORDER = new TablesOrder(60, Optional.empty());

    private final EventFacts facts;
    private final PartyTimes times;
    private final Persons persons;
    private final EventTables tables;

    RunFixtures(EventFacts facts, PartyTimes times, Persons persons, EventTables tables) {
        this.facts = facts;
        this.times = times;
        this.persons = persons;
        this.tables = tables;
    }

    /** A run that has begun in a process and found nothing yet. */
    public void begin(LongRuns process, UUID event) {
        started(process, event);
    }

    /** A run in a process that has found a meeting of two, and whether it has been asked to stop. */
    public BooleanSupplier found(LongRuns process, UUID event, UUID one, UUID other) {
        var run = started(process, event);
        var table = tables.findByEventOrderByDownAscAcrossAscName(event).getFirst();
        run.at(TablesWork.begun(ORDER, List.of())
                .found(
                        List.of(new TableSeat(one, other, 0, table.key(), Optional.empty())),
                        new TablesScore(1, 80, 0, 0),
                        new TablesBound(0, 100, 0)));
        return run::isToStop;
    }

    private static LongRun<TablesWork> started(LongRuns process, UUID event) {
        var begun = new ArrayList<LongRun<TablesWork>>();
        process.of(TablesPlanning.channel(event).kind(), TablesWork.class)
                .begin(event, TablesWork.begun(ORDER, List.of()), begun::add);
        return begun.getFirst();
    }

    /** The same, as another process has it. */
    TablesPlanning in(Processes.Other process) {
        return new TablesPlanning(facts, times, persons, process.runs());
    }
}
