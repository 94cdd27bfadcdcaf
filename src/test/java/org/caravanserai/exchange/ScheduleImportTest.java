package org.caravanserai.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.caravanserai.agenda.Placements;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ScheduleImportTest {

    @Autowired
    ScheduleImport imports;

    @Autowired
    Meetings meetings;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    Sessions sessions;

    @Autowired
    Placements placements;

    @Test
    void aRealAgendaOfAThousandEventsComesInWholeAndOnlyOnce() {
        var file = SharedSchedules.bytes("38c3.xml.gz");
        var slug = slug();

        var imported = Actor.asSystem(() -> imports.take(file, slug, ZoneId.of("Europe/Berlin")));

        assertThat(imported.sessions()).isEqualTo(1007);
        assertThat(sessions.findByMeeting(imported.meeting().value())).hasSize(1007);
        assertThat(placements.findByMeeting(imported.meeting().value())).hasSize(1007);
        assertThat(meetings.findById(imported.meeting().value()).orElseThrow().isOpen())
                .isFalse();
        assertThatThrownBy(() -> Actor.asSystem(() -> imports.take(file, slug, ZoneId.of("Europe/Berlin"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoeverImportsBecomesTheOrganiser() {
        var person =
                persons.save(new Person(PersonName.published("Administrator"))).id();
        grants.save(new RoleGrant(person, Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
        var file = SharedSchedules.bytes("debconf23.xml.gz");

        var imported = Acting.as(person, () -> imports.take(file, slug(), ZoneId.of("Asia/Kolkata")));

        assertThat(grants.findByPersonAndRoleAndMeeting(
                        person.value(), Role.ORGANISER, imported.meeting().value()))
                .isPresent();
    }

    @Test
    void aBrokenFileLeavesNothingBehind() {
        var file = SharedSchedules.bytes("debconf23.xml.gz");
        var cut = Arrays.copyOf(file, file.length - 100);
        var slug = slug();

        assertThatThrownBy(() -> Actor.asSystem(() -> imports.take(cut, slug, ZoneId.of("Asia/Kolkata"))))
                .isInstanceOf(Refusal.class);

        assertThat(meetings.findBySlug(slug.value())).isEmpty();
    }

    @Test
    void aLookKeepsNothing() {
        var before = meetings.count();

        var preview = Actor.asSystem(() -> imports.look(SharedSchedules.bytes("debconf23.xml.gz")));

        assertThat(preview.suggestedSlug()).isEqualTo("debconf23");
        assertThat(preview.sessions()).isEqualTo(117);
        assertThat(meetings.count()).isEqualTo(before);
    }

    private static Slug slug() {
        return new Slug("i" + UUID.randomUUID().toString().substring(0, 8));
    }
}
