package org.caravanserai.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.caravanserai.platform.Actor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that empty the outbox, gather digests and sweep old notices, each on one node at a time. */
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

    /** Digests are due at full hours of people's own zones, of which some lie a quarter beside ours. */
    @Bean
    Task<Void> digestJob(Digests digests) {
        return Tasks.recurring("mail-digests", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    digests.makeDue();
                }));
    }

    @Bean
    Task<Void> noticeSweepJob(NoticeSweep sweep) {
        return Tasks.recurring("notice-sweep", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    sweep.sweep();
                }));
    }
}
