package org.caravanserai.gathering.poll;

import static org.caravanserai.mail.NoticeKind.Area.PEOPLE;

import org.caravanserai.mail.NoticeKind;
import org.caravanserai.mail.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of messages that polls bring about. */
@Configuration(proxyBeanMethods = false)
class PollKinds {

    @Bean
    NoticeKinds kindsOfPolls() {
        return NoticeKinds.of(
                NoticeKind.ordinary("poll-invitation", "poll.kind.invitation", PEOPLE),
                NoticeKind.ordinary("poll-reminder", "poll.kind.reminder", PEOPLE),
                NoticeKind.ordinary("poll-closed", "poll.kind.closed", PEOPLE),
                NoticeKind.ordinary("poll-cancelled", "poll.kind.cancelled", PEOPLE),
                NoticeKind.ordinary("poll-reopened", "poll.kind.reopened", PEOPLE));
    }
}
