package org.caravanserai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AuditTrailTest {

    @Autowired
    Persons persons;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    Meetings meetings;

    @Autowired
    AuditTrail trail;

    @Test
    void aChangeIsToldWithWhoAndWhatItWasBeforeAndAfter() {
        var editor = persons.save(new Person(PersonName.published("Editor")));
        var person = persons.save(new Person(PersonName.published("Aigul Nurlanovna")));

        Acting.as(editor.id(), () -> {
            var loaded = persons.findById(person.key()).orElseThrow();
            loaded.affiliate(null, "Al-Farabi Kazakh National University", "KZ");
            return persons.save(loaded);
        });

        var entry = trail.about(person.key(), 10).getFirst();
        assertThat(entry.action()).isEqualTo("changed");
        assertThat(entry.actor()).contains(editor.key());
        assertThat(entry.before()).contains("\"country\":\"\"").doesNotContain("published");
        assertThat(entry.after()).contains("\"country\":\"KZ\"").contains("Al-Farabi");
    }

    @Test
    void whatIsHeldInASetIsToldToo() {
        var meeting = fixtures.openMeeting();
        var loaded = meetings.findById(meeting.key()).orElseThrow();
        loaded.speak(Set.of("kk"));
        meetings.save(loaded);

        var entry = trail.about(meeting.key(), 10).getFirst();
        assertThat(entry.before()).contains("\"languages\":\"[").doesNotContain("[kk]");
        assertThat(entry.after()).contains("\"languages\":\"[kk]\"");
    }
}
