package org.caravanserai.gathering.notes;

import static org.caravanserai.mail.NoticeKind.Area.PEOPLE;
import static org.caravanserai.mail.NoticeKind.ordinary;

import org.caravanserai.mail.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one kind of message that notes bring about: what was written and decided, which can wait for a digest. */
@Configuration(proxyBeanMethods = false)
class NotesKinds {

    @Bean
    NoticeKinds kindsOfNotes() {
        return NoticeKinds.of(ordinary("notes", "notes.title", PEOPLE));
    }
}
