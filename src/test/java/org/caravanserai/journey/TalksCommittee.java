package org.caravanserai.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.SharedTalks;
import org.caravanserai.review.reviewing.AuthorsSee;
import org.caravanserai.review.reviewing.AuthorsWhen;
import org.caravanserai.review.reviewing.Criterion;
import org.caravanserai.review.reviewing.OthersVisible;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.review.reviewing.Reviewer;
import org.caravanserai.review.reviewing.ReviewerProfile;
import org.caravanserai.review.reviewing.ReviewerRoster;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Fixture;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** A meeting to which forty real talks were proposed, and twelve people from six countries who are to review them. */
@Fixture
class TalksCommittee {

    static final String PASSWORD = "saxaul-roots-hold-sand";
    static final String SLUG = "talks-2027";
    static final int WANTED = 3;

    private static final int SHORTEST = 400;
    private static final Map<String, Integer> TAKEN = Map.of("eng", 28, "jpn", 6, "rus", 6);
    private static final List<String> COUNTRIES = List.of("KZ", "JP", "KG", "UZ", "TJ", "TM");

    @Autowired
    private SeriesCollection series;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Topics topics;

    @Autowired
    private SessionTypes types;

    @Autowired
    private Persons persons;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RoleGrants grants;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Contributors contributors;

    @Autowired
    private ReviewSetUp setUp;

    @Autowired
    private ReviewerRoster roster;

    @Autowired
    private ReviewerProfile profile;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private String hash = "";

    /** Someone with an address to sign in with. */
    record Member(PersonId person, String name, String email, Language language) {}

    /** Everything that was made. */
    record Made(
            Meeting meeting,
            Member organiser,
            List<Member> reviewers,
            List<Proposal> proposals,
            Map<PersonId, Member> authors,
            List<UUID> criteria) {}

    private record Talk(String title, String text, String speaker, Language language, int subject) {}

    private record Who(String published, String nativeScript, Language language, String country) {}

    private static final List<Who> REVIEWERS = List.of(
            new Who("SATO Junichi", "佐藤 純一", Language.JA, "JP"),
            new Who("Aigerim Nurlanova", "Айгерім Нұрланова", Language.KK, "KZ"),
            new Who("Dmitri Sokolov", "Дмитрий Соколов", Language.RU, "KZ"),
            new Who("Anna Li", "", Language.EN, "KG"),
            new Who("TANAKA Mizuki", "田中 瑞希", Language.JA, "JP"),
            new Who("Bakyt Osmonov", "Бакыт Осмонов", Language.KY, "KG"),
            new Who("Shavkat Karimov", "", Language.UZ, "UZ"),
            new Who("Firuz Rahmonov", "Фируз Раҳмонов", Language.TG, "TJ"),
            new Who("Maral Annayeva", "", Language.TK, "TM"),
            new Who("ITO Haruka", "伊藤 遥", Language.JA, "JP"),
            new Who("Elena Kim", "Елена Ким", Language.RU, "UZ"),
            new Who("NAKAMURA Ken", "中村 健", Language.EN, "JP"));

    /** Makes all of it; skips the test if the talks are not there. */
    Made make() {
        hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD);
        var all = talks();
        var chosen = chosen(all);
        var works = all.stream().filter(t -> !chosen.contains(t)).toList();
        var meeting = Actor.asSystem(() -> transaction.execute(status -> meeting()));
        var subjects = topics.findByMeetingOrderByPosition(meeting.key());
        var organiser = member(new Who("Gulnara Seitova", "Гүлнара Сейітова", Language.EN, "KZ"), "Committee");
        Actor.asSystem(() -> grants.save(new RoleGrant(organiser.person(), Role.ORGANISER, meeting.key())));
        var authors = new HashMap<PersonId, Member>();
        var made = new ArrayList<Proposal>();
        for (var talk : chosen) {
            var number = made.size();
            var author = member(
                    new Who(talk.speaker(), "", talk.language(), COUNTRIES.get(number % COUNTRIES.size())),
                    "Institute " + number);
            authors.put(author.person(), author);
            made.add(Actor.asSystem(() -> transaction.execute(status -> proposal(meeting, author, talk, subjects))));
        }
        var criteria = plan(meeting, organiser);
        var reviewers = new ArrayList<Member>();
        for (var who : REVIEWERS) {
            reviewers.add(reviewer(meeting, organiser, who, reviewers.size(), subjects, works));
        }
        return new Made(meeting, organiser, reviewers, made, authors, criteria);
    }

    private static List<Talk> talks() {
        return SharedTalks.rows().stream()
                .skip(1)
                .filter(row -> row.get(2).length() >= SHORTEST && !row.get(3).isBlank())
                .filter(row -> TAKEN.containsKey(row.get(4)))
                .map(row -> new Talk(
                        row.get(1), row.get(2), row.get(3).split(";")[0].strip(), language(row), subject(row)))
                .toList();
    }

    private static List<Talk> chosen(List<Talk> all) {
        var chosen = new ArrayList<Talk>();
        var speakers = new java.util.HashSet<String>();
        TAKEN.forEach((tag, count) -> {
            var language = tag.equals("jpn") ? Language.JA : tag.equals("rus") ? Language.RU : Language.EN;
            all.stream()
                    .filter(t -> t.language() == language && speakers.add(t.speaker()))
                    .limit(count)
                    .forEach(chosen::add);
        });
        return chosen.stream().limit(40).toList();
    }

    private static Language language(List<String> row) {
        return switch (row.get(4)) {
            case "jpn" -> Language.JA;
            case "rus" -> Language.RU;
            default -> Language.EN;
        };
    }

    private static int subject(List<String> row) {
        var text = (row.get(1) + " " + row.get(2)).toLowerCase(Locale.ROOT);
        if (text.contains("learn") || text.contains("neural") || text.contains("classif")) {
            return 0;
        }
        if (text.contains("plot") || text.contains("visual") || text.contains("image")) {
            return 1;
        }
        return text.contains("parallel") || text.contains("performance") || text.contains("gpu") ? 2 : 3;
    }

    private Meeting meeting() {
        var of = series.save(new Series(new Slug("talks"), LocalizedText.english("Talks")));
        var meeting = meetings.save(new Meeting(
                new Slug(SLUG),
                of.key(),
                LocalizedText.english("Scientific Computing, Astana 2027")
                        .with(Language.JA, "科学計算会議 アスタナ2027")
                        .with(Language.RU, "Научные вычисления, Астана 2027")
                        .with(Language.KK, "Ғылыми есептеулер, Астана 2027"),
                LocalDate.of(2027, 9, 6),
                LocalDate.of(2027, 9, 8),
                ZoneId.of("Asia/Almaty"),
                LocalizedText.english("Astana")
                        .with(Language.JA, "アスタナ")
                        .with(Language.RU, "Астана")
                        .with(Language.KK, "Астана")));
        var names = List.of("Machine learning", "Images and charts", "Fast computing", "Data and tools");
        for (int i = 0; i < names.size(); i++) {
            topics.save(new Topic(
                    meeting.id(),
                    "subject-" + i,
                    LocalizedText.english(names.get(i)),
                    LocalizedText.EMPTY,
                    40 + 80 * i,
                    Priority.CONNECTIVITY,
                    i + 1));
        }
        types.save(new SessionType(
                meeting.id(), "TALK", LocalizedText.english("Talk"), SessionType.Kind.TALK, 20, false, 1));
        return meeting;
    }

    private Proposal proposal(Meeting meeting, Member author, Talk talk, List<Topic> subjects) {
        var type = types.findByMeetingOrderByPosition(meeting.key()).getFirst();
        var proposal = new Proposal(meeting.id(), author.person(), type.key(), 20, clock);
        proposal.write(
                new Proposal.Content(
                        type.key(),
                        LocalizedText.english(talk.title()).with(talk.language(), talk.title()),
                        LocalizedText.of(talk.language(), talk.text()),
                        List.of(subjects.get(talk.subject()).key()),
                        20,
                        talk.language().tag(),
                        talk.language().tag(),
                        40,
                        null),
                clock);
        proposal.submit(clock);
        proposals.save(proposal);
        contributors.save(Contributor.proposer(proposal.id(), author.person(), ContributorRole.PRESENTER));
        return proposal;
    }

    private List<UUID> plan(Meeting meeting, Member organiser) {
        return Acting.as(organiser.person(), () -> {
            var base = setUp.read(meeting.id()).base();
            var before = base.content();
            setUp.change(
                    meeting.id(),
                    ReviewPlan.ALL_TYPES,
                    base.version(),
                    new ReviewPlan.Content(
                            before.who(),
                            WANTED,
                            0,
                            12,
                            before.blindness(),
                            OthersVisible.AFTER_OWN,
                            AuthorsSee.NOTES,
                            AuthorsWhen.WITH_DECISION,
                            false,
                            new ReviewPlan.Deadlines(
                                    Optional.empty(),
                                    Optional.of(clock.instant().plus(Duration.ofDays(30))),
                                    Optional.empty(),
                                    Optional.of(clock.instant().plus(Duration.ofDays(60)))),
                            before.revisionDays()));
            for (var label : List.of("Scientific quality", "Worth for both sides")) {
                setUp.addCriterion(
                        meeting.id(),
                        ReviewPlan.ALL_TYPES,
                        new Criterion.Content(
                                LocalizedText.english(label)
                                        .with(Language.JA, label.startsWith("S") ? "学術的な質" : "双方への意義"),
                                LocalizedText.EMPTY,
                                1,
                                5,
                                Map.of(),
                                1,
                                true));
            }
            return setUp.read(meeting.id()).base().criteria().stream()
                    .map(ReviewSetUp.CriterionView::key)
                    .toList();
        });
    }

    private Member reviewer(
            Meeting meeting, Member organiser, Who who, int number, List<Topic> subjects, List<Talk> works) {
        var member = member(who, "Academy " + number);
        Acting.as(organiser.person(), () -> roster.invite(meeting.id(), member.person()));
        Acting.as(member.person(), () -> {
            profile.answer(meeting.id(), true);
            profile.write(
                    meeting.id(),
                    profile.read(meeting.id()).version(),
                    new Reviewer.Content(
                            Map.of(
                                    subjects.get(number % 4).key(), 3,
                                    subjects.get((number + 1) % 4).key(), 2),
                            who.country().equals("JP") ? Set.of("en", "ja") : Set.of("en", "ru"),
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            works.stream()
                                    .filter(t -> t.subject() == number % 4)
                                    .skip(3L * (number / 4))
                                    .limit(3)
                                    .map(t -> t.title() + "\n" + t.text().replaceAll("\\R\\s*\\R", "\n"))
                                    .collect(java.util.stream.Collectors.joining("\n\n"))));
        });
        Acting.as(organiser.person(), () -> roster.rank(meeting.id(), member.person(), number % 3 == 0));
        return member;
    }

    private Member member(Who who, String institution) {
        return Actor.asSystem(() -> {
            var person = new Person(
                    new PersonName(who.published(), "", "", PersonName.Order.GIVEN_FIRST, who.nativeScript(), "", ""));
            person.locate(who.language(), Set.of(who.language().tag()), ZoneId.of("Asia/Almaty"));
            person.affiliate(null, institution, who.country());
            persons.save(person);
            var email = person.code().toLowerCase(Locale.ROOT) + "@example.org";
            var account = new Account(person.id(), new EmailAddress(email), hash, clock);
            account.verify(clock);
            accounts.save(account);
            return new Member(person.id(), who.published(), email, who.language());
        });
    }
}
