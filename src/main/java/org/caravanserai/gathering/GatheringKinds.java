package org.caravanserai.gathering;

import static org.caravanserai.mail.NoticeKind.Area.PEOPLE;
import static org.caravanserai.mail.NoticeKind.urgent;

import org.caravanserai.mail.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of messages that meeting people brings about: an appointment may be moved or called off today. */
@Configuration(proxyBeanMethods = false)
class GatheringKinds {

    @Bean
    NoticeKinds kindsOfGathering() {
        return NoticeKinds.of(urgent("appointment", "notice.kind.appointment", PEOPLE));
    }
}
