package org.caravanserai.gathering.poll;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.caravanserai.platform.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that reminds of polls, every few minutes on one node. */
@Configuration(proxyBeanMethods = false)
class PollJobs {

    @Bean
    Task<Void> pollReminderJob(PollReminding reminding) {
        return Tasks.recurring("poll-reminders", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    reminding.remind();
                }));
    }
}
