package org.caravanserai.api.hook;

import static org.caravanserai.mail.NoticeKind.Area.OTHER;

import org.caravanserai.mail.NoticeKind;
import org.caravanserai.mail.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of messages that webhooks bring about: that one is switched off may wait for a digest. */
@Configuration(proxyBeanMethods = false)
class HookKinds {

    @Bean
    NoticeKinds kindsOfWebhooks() {
        return NoticeKinds.of(NoticeKind.ordinary("hook", "mailview.kind.hook", OTHER));
    }
}
