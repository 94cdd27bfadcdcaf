package org.caravanserai.mail;

import static org.caravanserai.mail.NoticeKind.Area.ACCOUNT;
import static org.caravanserai.mail.NoticeKind.Area.ORGANISERS;
import static org.caravanserai.mail.NoticeKind.Area.OTHER;
import static org.caravanserai.mail.NoticeKind.essential;
import static org.caravanserai.mail.NoticeKind.ordinary;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of messages that this module writes itself. */
@Configuration(proxyBeanMethods = false)
class MailKinds {

    @Bean
    NoticeKinds kindsOfMail() {
        return NoticeKinds.of(
                essential("account-verify", "mailview.kind.account-verify", ACCOUNT),
                essential("account-again", "mailview.kind.account-again", ACCOUNT),
                essential("account-reset", "mailview.kind.account-reset", ACCOUNT),
                essential("account-changed", "mailview.kind.account-changed", ACCOUNT),
                essential("account-move", "mailview.kind.account-move", ACCOUNT),
                essential("account-moved", "mailview.kind.account-moved", ACCOUNT),
                ordinary("account-offer", "mailview.kind.account-offer", ACCOUNT),
                ordinary("account-role", "mailview.kind.account-role", ACCOUNT),
                ordinary("group", "mailview.kind.group", ORGANISERS),
                essential("group-test", "mailview.kind.group-test", ORGANISERS),
                essential(KnownKinds.DIGEST, "notice.kind.digest", OTHER),
                ordinary(KnownKinds.OTHER, "notice.kind.other", OTHER));
    }
}
