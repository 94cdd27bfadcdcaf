package org.caravanserai.api;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.caravanserai.platform.Actor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that forgets what programs no longer need, every hour on one node. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiJobs {

    @Bean
    Task<Void> apiSweepJob(TokenDoor door, GivenAnswers answers) {
        return Tasks.recurring("api-sweep", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    answers.sweep();
                    door.sweep();
                }));
    }
}
