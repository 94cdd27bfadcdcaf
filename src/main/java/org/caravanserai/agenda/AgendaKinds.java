package org.caravanserai.agenda;

import static org.caravanserai.mail.NoticeKind.Area.PROGRAMME;

import org.caravanserai.mail.NoticeKind;
import org.caravanserai.mail.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of messages that the agenda brings about: a release may move or cancel what is today. */
@Configuration(proxyBeanMethods = false)
class AgendaKinds {

    @Bean
    NoticeKinds kindsOfTheAgenda() {
        return NoticeKinds.of(NoticeKind.urgent("agenda-release", "mailview.kind.agenda-release", PROGRAMME));
    }
}
