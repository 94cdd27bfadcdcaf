package org.caravanserai.gathering.web;

import org.caravanserai.gathering.finding.OwnCalendar;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.platform.PublicAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The calendar to which a person's own application subscribes. Nobody on the way keeps it; who has it already is sent none. */
@Controller
class OwnCalendarController {

    private final OwnCalendar calendar;

    OwnCalendarController(OwnCalendar calendar) {
        this.calendar = calendar;
    }

    @Configuration(proxyBeanMethods = false)
    static class Addresses {

        @Bean
        PublicAddresses ownCalendarAddresses() {
            return PublicAddresses.of("/calendar/*");
        }
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> read(@PathVariable String secret) {
        return calendar.read(new OneTimeSecret(secret))
                .map(file -> ResponseEntity.ok()
                        .eTag("\"" + DigestUtils.md5DigestAsHex(file) + "\"")
                        .header("Cache-Control", "private, no-cache")
                        .header("Content-Type", "text/calendar;charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"calendar.ics\"")
                        .body(file))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .header("Cache-Control", "private, no-store")
                        .build());
    }
}
