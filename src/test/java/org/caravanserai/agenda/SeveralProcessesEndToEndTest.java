package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import org.caravanserai.agenda.benchmark.AgendaChecker;
import org.junit.jupiter.api.Test;

/** Two processes on one PostgreSQL, whose organisers move the same sessions at the same time. */
class SeveralProcessesEndToEndTest {

    @Test
    void noAcknowledgedMoveIsLostAndEveryBoardIsWhatTheLogSays() throws Exception {
        var report = new AgendaChecker(2, 3, 40).run();

        assertThat(report.faults()).isEmpty();
        assertThat(report.acknowledged()).isPositive().isEqualTo(report.logged());
        assertThat(report.reads()).isPositive();
    }
}
