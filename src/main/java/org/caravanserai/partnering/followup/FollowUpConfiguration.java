package org.caravanserai.partnering.followup;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.caravanserai.mail.NoticeKind;
import org.caravanserai.mail.NoticeKinds;
import org.caravanserai.platform.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that asks what came of meetings, every half hour on one node, and the kind of its mails. */
@Configuration(proxyBeanMethods = false)
class FollowUpConfiguration {

    static final String KIND = "follow-up";

    @Bean
    Task<Void> followUpJob(FollowUpAsking asking) {
        return Tasks.recurring("follow-ups", FixedDelay.of(Duration.ofMinutes(30)))
                .execute((instance, context) -> Actor.asSystem(() -> {
                    asking.ask();
                }));
    }

    @Bean
    NoticeKinds kindsOfFollowUps() {
        return NoticeKinds.of(NoticeKind.ordinary(KIND, "followup.title", NoticeKind.Area.PEOPLE));
    }
}
