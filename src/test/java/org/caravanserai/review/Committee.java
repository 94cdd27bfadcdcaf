package org.caravanserai.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Fixture;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a meeting of its own with people, roles and proposals, for tests of what a committee does. */
@Fixture
public class Committee {

    @Autowired
    ReviewSetUp setUp;

    @Autowired
    SeriesCollection series;

    @Autowired
    Meetings meetings;

    @Autowired
    Topics topics;

    @Autowired
    SessionTypes types;

    @Autowired
    Persons persons;

    @Autowired
    Accounts accounts;

    @Autowired
    RoleGrants grants;

    @Autowired
    Proposals proposals;

    @Autowired
    Contributors contributors;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    /** A meeting with two topics, two types, an organiser, a chair and a reviewer. */
    public record Scene(
            Meeting meeting,
            List<Topic> topics,
            List<SessionType> types,
            PersonId organiser,
            PersonId chair,
            PersonId reviewer) {}

    /** A new scene. */
    @Transactional
    public Scene scene() {
        return Actor.asSystem(() -> {
            var name = "m" + Ids.code().toLowerCase(Locale.ROOT);
            var of = series.save(new Series(new Slug("s" + name), LocalizedText.english("Series " + name)));
            var meeting = meetings.save(new Meeting(
                    new Slug(name),
                    of.key(),
                    new LocalizedText(Map.of(Language.EN, "Meeting " + name, Language.JA, "会合 " + name)),
                    LocalDate.of(2027, 6, 8),
                    LocalDate.of(2027, 6, 11),
                    ZoneId.of("Asia/Almaty"),
                    LocalizedText.english("Astana")));
            var water = topics.save(new Topic(
                    meeting.id(),
                    "aral-sea",
                    LocalizedText.english("Aral Sea"),
                    LocalizedText.EMPTY,
                    200,
                    Priority.GREEN,
                    1));
            var mining = topics.save(new Topic(
                    meeting.id(),
                    "mining",
                    LocalizedText.english("Smart mining"),
                    LocalizedText.EMPTY,
                    40,
                    Priority.CONNECTIVITY,
                    2));
            var panel = types.save(new SessionType(
                    meeting.id(), "PANEL", LocalizedText.english("Panel"), SessionType.Kind.SESSION, 90, false, 1));
            var talk = types.save(new SessionType(
                    meeting.id(), "TALK", LocalizedText.english("Talk"), SessionType.Kind.TALK, 20, false, 2));
            return new Scene(
                    meeting,
                    List.of(water, mining),
                    List.of(panel, talk),
                    withRole(meeting, Role.ORGANISER),
                    withRole(meeting, Role.CHAIR),
                    withRole(meeting, Role.REVIEWER));
        });
    }

    private PersonId withRole(Meeting meeting, Role role) {
        var person = person(role.name(), "", Language.EN, "KZ");
        // A colleague of a proposer would have a conflict of interest.
        person.affiliate(null, "Committee of " + meeting.slug().value() + ", " + role, "KZ");
        persons.save(person);
        grants.save(new RoleGrant(person.id(), role, meeting.key()));
        return person.id();
    }

    /** A person with an account. */
    public Person person(String published, String nativeScript, Language language, String country) {
        var person = new Person(new PersonName(published, "", "", PersonName.Order.GIVEN_FIRST, nativeScript, "", ""));
        person.locate(language, java.util.Set.of(language.tag()), ZoneId.of("Asia/Tokyo"));
        person.affiliate(null, "University of " + country, country);
        persons.save(person);
        accounts.save(new Account(
                person.id(), new EmailAddress(person.code().toLowerCase(Locale.ROOT) + "@example.org"), "", clock));
        return person;
    }

    /** A submitted proposal of a person. */
    public Proposal submitted(Scene scene, Person by, LocalizedText title, int topic, int type, String language) {
        return Actor.asSystem(() -> {
            var proposal = new Proposal(
                    scene.meeting().id(), by.id(), scene.types().get(type).key(), 20, clock);
            proposal.write(
                    new Proposal.Content(
                            scene.types().get(type).key(),
                            title,
                            LocalizedText.english("We measure **salt** in <script>alert(1)</script> dust."),
                            List.of(scene.topics().get(topic).key()),
                            20,
                            language,
                            "en",
                            30,
                            null),
                    clock);
            proposal.submit(clock);
            proposals.save(proposal);
            contributors.save(Contributor.proposer(proposal.id(), by.id(), ContributorRole.PRESENTER));
            return proposal;
        });
    }

    /**
     * Many submitted proposals, alternating topics, types, countries and languages; made by twenties, as every query of a
     * transaction looks through all that was made in it.
     */
    public List<UUID> many(Scene scene, int count) {
        var authors = List.of(
                person("SATO Junichi", "佐藤 純一", Language.JA, "JP"),
                person("Шавкат Каримов", "", Language.UZ, "UZ"),
                person("Aigerim Nurlanova", "Айгерім Нұрланова", Language.KK, "KZ"));
        var keys = new ArrayList<UUID>();
        for (int from = 0; from < count; from += 20) {
            var some = IntStream.range(from, Math.min(count, from + 20));
            transaction.executeWithoutResult(t -> some.forEach(
                    i -> keys.add(oneOfMany(scene, authors.get(i % 3), i).key())));
        }
        return keys;
    }

    private Proposal oneOfMany(Scene scene, Person author, int i) {
        return submitted(
                scene,
                author,
                LocalizedText.english("Proposal number " + i),
                i % 2,
                (i / 2) % 2,
                i % 3 == 0 ? "ja" : "en");
    }

    /** Changes how the proposals of a meeting are reviewed. */
    public void plan(Scene scene, UnaryOperator<ReviewPlan.Content> change) {
        Acting.as(scene.organiser(), () -> {
            var base = setUp.read(scene.meeting().id()).base();
            setUp.change(scene.meeting().id(), ReviewPlan.ALL_TYPES, base.version(), change.apply(base.content()));
        });
    }
}
