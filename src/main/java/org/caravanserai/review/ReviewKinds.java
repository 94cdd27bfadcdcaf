package org.caravanserai.review;

import static org.caravanserai.mail.NoticeKind.Area.PROPOSALS;
import static org.caravanserai.mail.NoticeKind.Area.REVIEWING;
import static org.caravanserai.mail.NoticeKind.essential;
import static org.caravanserai.mail.NoticeKind.ordinary;
import static org.caravanserai.mail.NoticeKind.urgent;

import org.caravanserai.mail.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of messages that reviewing and deciding bring about. A decision may set a date by which to answer it. */
@Configuration(proxyBeanMethods = false)
class ReviewKinds {

    @Bean
    NoticeKinds kindsOfReview() {
        return NoticeKinds.of(
                urgent("decision", "mailview.kind.decision", PROPOSALS),
                essential("decision-test", "mailview.kind.decision-test", PROPOSALS),
                ordinary("reviewer-invitation", "mailview.kind.reviewer-invitation", REVIEWING),
                ordinary("review-assigned", "mailview.kind.review-assigned", REVIEWING),
                ordinary("review-reminder", "mailview.kind.review-reminder", REVIEWING),
                ordinary("review-discussion", "mailview.kind.review-discussion", REVIEWING),
                ordinary("review-writing", "mailview.kind.review-writing", REVIEWING),
                ordinary("review-taken-back", "mailview.kind.review-taken-back", REVIEWING));
    }
}
