package org.caravanserai.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Priority;
import org.caravanserai.meeting.Series;
import org.caravanserai.meeting.SeriesCollection;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Slug;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Fixture;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/** Makes meetings with an open call, people, and proposals to them, for tests. */
@Fixture
public class Proposing {

    private final SeriesCollection series;
    private final Meetings meetings;
    private final SessionTypes types;
    private final Topics topics;
    private final Calls calls;
    private final CallTypes callTypes;
    private final Persons persons;
    private final Accounts accounts;
    private final RoleGrants grants;
    private final ProposalDrafting drafting;
    private final Clock clock;

    Proposing(
            SeriesCollection series,
            Meetings meetings,
            SessionTypes types,
            Topics topics,
            Calls calls,
            CallTypes callTypes,
            Persons persons,
            Accounts accounts,
            RoleGrants grants,
            ProposalDrafting drafting,
            Clock clock) {
        this.series = series;
        this.meetings = meetings;
        this.types = types;
        this.topics = topics;
        this.calls = calls;
        this.callTypes = callTypes;
        this.persons = persons;
        this.accounts = accounts;
        this.grants = grants;
        this.drafting = drafting;
        this.clock = clock;
    }

    /** A meeting whose call is open. */
    public record Setting(Meeting meeting, SessionType oral, SessionType talk, Topic topic, Call call) {

        UUID key() {
            return meeting.key();
        }
    }

    /** A meeting open to the public, from 8 to 11 June 2027 in Astana, whose call closes in an hour. */
    public Setting meeting() {
        var slug = "m-" + Ids.code().toLowerCase(Locale.ROOT);
        var made = series.save(new Series(new Slug(slug), LocalizedText.english("Series")));
        var meeting = new Meeting(
                new Slug(slug),
                made.key(),
                LocalizedText.english("Scientists meet"),
                LocalDate.of(2027, 6, 8),
                LocalDate.of(2027, 6, 11),
                ZoneId.of("Asia/Almaty"),
                LocalizedText.english("Astana"));
        meeting.speak(Set.of("en", "ja", "ru"));
        meeting.open();
        meetings.save(meeting);
        var oral = types.save(new SessionType(
                meeting.id(), "ORAL", LocalizedText.english("Oral session"), SessionType.Kind.SESSION, 90, true, 0));
        var talk = types.save(new SessionType(
                meeting.id(), "TALK", LocalizedText.english("Talk"), SessionType.Kind.TALK, 20, false, 1));
        var topic = topics.save(new Topic(
                meeting.id(),
                "aral-sea",
                LocalizedText.english("Aral Sea restoration"),
                LocalizedText.EMPTY,
                200,
                Priority.GREEN,
                0));
        var now = clock.instant();
        var call = calls.save(new Call(meeting.id(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofHours(1))));
        callTypes.save(new CallType(call, oral.key(), 60, 120));
        callTypes.save(new CallType(call, talk.key(), 10, 30));
        return new Setting(meeting, oral, talk, topic, call);
    }

    /** A person with an account that can be used. */
    public Person person(String published) {
        var person = persons.save(new Person(PersonName.published(published)));
        var account = new Account(
                person.id(), new EmailAddress(person.code().toLowerCase(Locale.ROOT) + "@example.org"), "", clock);
        account.verify(clock);
        accounts.save(account);
        return person;
    }

    /** A person with a role in a meeting. */
    public Person person(String published, Role role, Meeting meeting) {
        var person = person(published);
        grants.save(new RoleGrant(person.id(), role, meeting.key()));
        return person;
    }

    /** What a proposal needs before it can be handed in. */
    public DraftContent complete(Setting setting, DraftContent draft) {
        return draft.with("title.en", "Dust storms over the Aralkum")
                .with("abstract.en", "We measured dust at twelve stations between 2019 and 2026.")
                .with(DraftContent.TOPICS, setting.topic().key().toString());
    }

    /** A draft with all that it needs. */
    public ProposalId draft(Setting setting, Person proposer) {
        return Acting.as(proposer.id(), () -> {
            var id = drafting.start(setting.meeting().id(), "");
            var open = drafting.open(id);
            drafting.save(id, open.version(), open.content(), complete(setting, open.content()));
            return id;
        });
    }

    /** Names in which every script and every trick is found. */
    public static List<String> hostile() {
        return List.of(
                "<script>alert(1)</script>",
                "Robert'); drop table person;--",
                "{0} ${7*7} #{1}",
                "=cmd|' /C calc'!A0",
                "髙橋 ʻўқ Ң\u202Etxt.exe",
                "a\r\nBcc: all@example.org");
    }
}
