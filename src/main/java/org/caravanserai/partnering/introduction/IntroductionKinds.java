package org.caravanserai.partnering.introduction;

import org.caravanserai.mail.NoticeKind;
import org.caravanserai.mail.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kind of message that introductions bring about. */
@Configuration(proxyBeanMethods = false)
class IntroductionKinds {

    @Bean
    NoticeKinds kindsOfIntroductions() {
        return NoticeKinds.of(
                NoticeKind.ordinary(IntroductionMail.KIND, "mailview.kind.introduction", NoticeKind.Area.PEOPLE));
    }
}
