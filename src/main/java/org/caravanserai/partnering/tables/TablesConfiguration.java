package org.caravanserai.partnering.tables;

import org.caravanserai.mail.NoticeKind;
import org.caravanserai.mail.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kind of messages that partnering events bring about: whom one meets may change within the hour. */
@Configuration(proxyBeanMethods = false)
class TablesConfiguration {

    static final String KIND = "tables";

    @Bean
    NoticeKinds kindsOfTables() {
        return NoticeKinds.of(NoticeKind.urgent(KIND, "tables.title", NoticeKind.Area.PEOPLE));
    }
}
