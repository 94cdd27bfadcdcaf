package org.caravanserai.platform;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does all work {@link BeforeOpening} when every bean is there, and before the web server listens. */
@Component
class Opening implements SmartLifecycle {

    private final List<BeforeOpening> works;
    private boolean done;

    Opening(List<BeforeOpening> works) {
        this.works = works;
    }

    @Override
    public void start() {
        works.forEach(BeforeOpening::prepare);
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Early: the web server's phase is close to the greatest there is. */
    @Override
    public int getPhase() {
        return 0;
    }
}
