package org.caravanserai.platform.runs;

import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.ServerDatabase;
import org.caravanserai.testing.TestClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes processes that share the database with the one that tests: what each knows of runs, and its own clock. */
@Component
public class Processes {

    private final JdbcClient jdbc;

    Processes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One beside others, as on a database server. */
    public Other another() {
        return new Other(jdbc, new ServerDatabase(true));
    }

    /** One to which the database belongs alone. */
    Other onlyOne() {
        return new Other(jdbc, new ServerDatabase(false));
    }

    /** Another process, which looks only when it is told to. */
    public static final class Other {

        private final TestClock clock = new TestClock();
        private final LiveUpdates updates = new LiveUpdates();
        private final LongRuns runs;
        private final RunWatch watch;

        private Other(JdbcClient jdbc, ServerDatabase database) {
            runs = new LongRuns(new RunRows(jdbc, database, clock), updates, clock);
            watch = new RunWatch(runs);
        }

        /** What it knows of runs. */
        public LongRuns runs() {
            return runs;
        }

        /** Where its views hear of them. */
        public LiveUpdates updates() {
            return updates;
        }

        /** Its clock. */
        public TestClock clock() {
            return clock;
        }

        /** It looks once at what others have written, and says that it lives. */
        public void look() {
            watch.look(1);
        }

        /** It is stopped. */
        public void end() {
            runs.destroy();
        }
    }
}
