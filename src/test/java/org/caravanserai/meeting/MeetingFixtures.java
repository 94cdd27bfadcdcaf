package org.caravanserai.meeting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.stereotype.Component;

/** Makes the meetings and people that a test needs, each with an address and name of its own. */
@Component
public class MeetingFixtures {

    public static final LocalDate FIRST_DAY = LocalDate.of(2027, 6, 8);
    public static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 11);
    public static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");

    private final SeriesCollection series;
    private final Meetings meetings;
    private final SessionTypes types;
    private final Persons persons;
    private final RoleGrants grants;

    MeetingFixtures(
            SeriesCollection series, Meetings meetings, SessionTypes types, Persons persons, RoleGrants grants) {
        this.series = series;
        this.meetings = meetings;
        this.types = types;
        this.persons = persons;
        this.grants = grants;
    }

    /** An address that no other test uses. */
    public static Slug slug() {
        return new Slug("test-" + UUID.randomUUID());
    }

    /** A series without meetings. */
    public Series series() {
        return series.save(new Series(slug(), LocalizedText.english("Scientists' Meeting")));
    }

    /** A meeting in Astana from 8 to 11 June 2027, hidden from the public, with nothing in it. */
    public Meeting hiddenMeeting() {
        return meetings.save(bare());
    }

    /** The same, open to the public. */
    public Meeting openMeeting() {
        var meeting = bare();
        meeting.open();
        return meetings.save(meeting);
    }

    /** A session type of a meeting. */
    public SessionType type(Meeting meeting, String key, SessionType.Kind kind, int minutes) {
        var position = types.findByMeetingOrderByPosition(meeting.key()).size();
        return types.save(new SessionType(
                meeting.id(),
                key,
                LocalizedText.english(key),
                kind,
                minutes,
                kind == SessionType.Kind.SESSION,
                position));
    }

    /** A person without a role. */
    public PersonId person(String name) {
        return persons.save(new Person(PersonName.published(name))).id();
    }

    /** A person with a role in a meeting. */
    public PersonId personAs(Role role, Meeting meeting) {
        var person = person(role + " of " + meeting.slug().value());
        grants.save(new RoleGrant(person, role, meeting.key()));
        return person;
    }

    /** Gives a person a role in a meeting. */
    public void grant(PersonId person, Role role, Meeting meeting) {
        grants.save(new RoleGrant(person, role, meeting.key()));
    }

    /** A new administrator. */
    public PersonId administrator() {
        var person = person("Administrator");
        grants.save(new RoleGrant(person, Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
        return person;
    }

    private Meeting bare() {
        return new Meeting(
                slug(),
                series().key(),
                LocalizedText.english("Scientists' Meeting, Astana 2027"),
                FIRST_DAY,
                LAST_DAY,
                ASTANA,
                LocalizedText.english("Astana"));
    }
}
