package org.caravanserai.review.reviewing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.caravanserai.platform.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that tell of discussions and remind of due dates, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class ReviewMailJobs {

    @Bean
    Task<Void> discussionMailJob(DiscussionMailing mailing) {
        return Tasks.recurring("discussion-mail", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    mailing.tell();
                }));
    }

    @Bean
    Task<Void> reviewReminderJob(ReviewReminding reminding) {
        return Tasks.recurring("review-reminder", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    reminding.remind();
                }));
    }
}
