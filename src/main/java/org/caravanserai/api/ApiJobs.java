package org.caravanserai.api;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.caravanserai.api.hook.HookDelivering;
import org.caravanserai.platform.Actor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The jobs that forget what programs no longer need, every hour, and that tell programs what has happened, every few seconds;
 * each on one node at a time.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class ApiJobs {

    @Bean
    Task<Void> apiSweepJob(TokenDoor door, GivenAnswers answers, HookDelivering hooks) {
        return Tasks.recurring("api-sweep", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    answers.sweep();
                    door.sweep();
                    hooks.sweep();
                }));
    }

    @Bean
    Task<Void> hookDeliveryJob(HookDelivering hooks) {
        return Tasks.recurring("hook-delivery", FixedDelay.of(Duration.ofSeconds(3)))
                .execute((instance, context) -> hooks.deliverDue());
    }
}
