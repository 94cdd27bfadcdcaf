package org.caravanserai.gathering.booking;

import static org.caravanserai.mail.NoticeKind.Area.PEOPLE;

import org.caravanserai.mail.NoticeKind;
import org.caravanserai.mail.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of messages that office hours bring about; without the one that confirms a booking there is none. */
@Configuration(proxyBeanMethods = false)
class BookingKinds {

    private static final String LABEL = "booking.title";

    @Bean
    NoticeKinds kindsOfBookings() {
        return NoticeKinds.of(
                NoticeKind.essential("booking-confirm", LABEL, PEOPLE),
                NoticeKind.ordinary("booking-asked", LABEL, PEOPLE),
                NoticeKind.urgent("booking-declined", LABEL, PEOPLE));
    }
}
