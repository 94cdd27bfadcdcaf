package org.caravanserai.people;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.caravanserai.platform.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that sweeps accounts, every hour on one node. */
@Configuration(proxyBeanMethods = false)
class PeopleJobs {

    @Bean
    Task<Void> accountSweepJob(AccountSweep sweep) {
        return Tasks.recurring("account-sweep", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    sweep.sweep();
                }));
    }
}
