package org.caravanserai.gathering;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.caravanserai.platform.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of appointments, and the jobs that say of those that are over that they were held, and read answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GatheringProperties.class, MailboxProperties.class})
class GatheringConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(GatheringConfiguration.class);

    @Bean
    Task<Void> appointmentsHeldJob(Appointments appointments) {
        return Tasks.recurring("appointments-held", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    appointments.hold();
                }));
    }

    @Bean
    Task<Void> calendarMailboxJob(MailboxReading mailbox) {
        return Tasks.recurring("calendar-mailbox", FixedDelay.of(Duration.ofMinutes(2)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    try {
                        mailbox.read();
                    } catch (MessagingException e) {
                        // It is tried again in two minutes; the answers wait in the mailbox.
                        LOG.warn("The calendar mailbox cannot be read: {}", e.getMessage());
                    }
                }));
    }
}
