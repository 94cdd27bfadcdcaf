package org.caravanserai.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.caravanserai.platform.Actor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that empties the outbox, every few seconds on one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    Task<Void> mailDeliveryJob(MailDelivery delivery) {
        return Tasks.recurring("mail-delivery", FixedDelay.of(Duration.ofSeconds(3)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    delivery.deliverDue();
                }));
    }
}
