package org.caravanserai.platform.runs;

import java.time.Duration;
import org.caravanserai.platform.Watch;
import org.springframework.stereotype.Component;

/** Says every second that this process's runs live, and brings those of others to the views that are open in this one. */
@Component
class RunWatch extends Watch {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final LongRuns runs;

    RunWatch(LongRuns runs) {
        super("long-runs", EVERY);
        this.runs = runs;
    }

    @Override
    protected void look(long round) {
        runs.beat();
        runs.follow();
    }
}
