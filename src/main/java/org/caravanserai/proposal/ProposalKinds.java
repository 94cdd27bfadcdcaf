package org.caravanserai.proposal;

import static org.caravanserai.mail.NoticeKind.Area.PROPOSALS;

import org.caravanserai.mail.NoticeKind;
import org.caravanserai.mail.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of messages that proposing brings about. */
@Configuration(proxyBeanMethods = false)
class ProposalKinds {

    @Bean
    NoticeKinds kindsOfProposals() {
        return NoticeKinds.of(
                NoticeKind.ordinary("proposal-received", "mailview.kind.proposal-received", PROPOSALS),
                NoticeKind.ordinary("proposal-invitation", "mailview.kind.proposal-invitation", PROPOSALS));
    }
}
