package org.caravanserai.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The clock, and the scheduler of persistent jobs: a module adds a job by offering a {@link Task} bean. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    /** Ticks in microseconds, the finest that both databases keep: what was written equals what is read. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource dataSource, List<Task<?>> tasks) {
        var known = new ArrayList<Task<?>>();
        var recurring = new ArrayList<Task<?>>();
        for (var task : tasks) {
            (task instanceof OnStartup ? recurring : known).add(task);
        }
        return Scheduler.create(dataSource, known)
                .startTasks(cast(recurring))
                .threads(3)
                .pollingInterval(Duration.ofSeconds(2))
                // Of a process that died in the middle of a job, the others or the next must know within two minutes.
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(6)
                .shutdownMaxWait(Duration.ofSeconds(30))
                .build();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Task<?> & OnStartup> List<T> cast(List<Task<?>> recurring) {
        return (List<T>) (List<?>) recurring;
    }

    /** Jobs start when the application is ready, so that they find every bean and migration in place. */
    @Configuration(proxyBeanMethods = false)
    static class Start {

        private final Scheduler scheduler;

        Start(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            scheduler.start();
        }
    }
}
