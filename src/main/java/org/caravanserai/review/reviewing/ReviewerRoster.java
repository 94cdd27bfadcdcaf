package org.caravanserai.review.reviewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Folding;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who reviews for a meeting. The role of a reviewer and her place on this list are kept in step: who accepts gets the role,
 * who retires loses it, and who gets or loses the role by other means is entered or retired here.
 */
@Service
public class ReviewerRoster {

    private static final String ROWS = """
            select r.person, r.version, r.state, r.senior, r.topics, r.languages, r.least_load, r.most_load,
                   pe.affiliation, pe.country, pe.orcid, length(r.works) > 0,
                   (select count(*) from review_bid b where b.meeting = r.meeting and b.person = r.person),
                   (select count(distinct c.proposal) from review_conflict c
                    where c.meeting = r.meeting and c.person = r.person and c.standing),
                   (select count(*) from review_assignment a where a.meeting = r.meeting and a.person = r.person
                    and a.state in
            """ + ReviewSql.LIVE + "), a.email," + ReviewSql.NAME + """
                   , coalesce(r.most_load, (select base.most_load from review_plan base where base.meeting = r.meeting
                   and base.session_type = cast('00000000-0000-0000-0000-000000000000' as uuid)), 12)
             from reviewer r join person pe on pe.id = r.person left join account a on a.person = r.person
             where r.meeting = :meeting
            """;

    private static final String ORDER = " order by lower(pe.published), r.id";

    private final Reviewers reviewers;
    private final Persons persons;
    private final Accounts accounts;
    private final RoleGrants grants;
    private final ConflictFinding finding;
    private final Assignments assignments;
    private final ProposalLocks locks;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewerRoster(
            Reviewers reviewers,
            Persons persons,
            Accounts accounts,
            RoleGrants grants,
            ConflictFinding finding,
            Assignments assignments,
            ProposalLocks locks,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.reviewers = reviewers;
        this.persons = persons;
        this.accounts = accounts;
        this.grants = grants;
        this.finding = finding;
        this.assignments = assignments;
        this.locks = locks;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A reviewer as the committee's list shows her.
     *
     * @param version to be given back with a change
     * @param topics how well she knows topics, by key
     * @param languages the languages that she can judge in, as BCP 47 tags
     * @param leastLoad her own bound; empty for the plan's
     * @param mostLoad her own bound; empty for the plan's
     * @param country ISO 3166-1 alpha-2; may be empty
     * @param orcid empty if she has none
     * @param hasWorks whether she has told of her own works
     * @param bids on how many proposals she has bid
     * @param conflicts how many proposals are hidden from her
     * @param assigned how many she reviews
     * @param email empty for who has no account
     * @param limit how many she reviews at most, as she or the plan says
     */
    public record Row(
            PersonId person,
            long version,
            PersonName name,
            ReviewerState state,
            boolean senior,
            Map<UUID, Integer> topics,
            Set<String> languages,
            OptionalInt leastLoad,
            OptionalInt mostLoad,
            String affiliation,
            String country,
            Side side,
            String orcid,
            boolean hasWorks,
            int bids,
            int conflicts,
            int assigned,
            String email,
            int limit) {}

    /** Everybody on the list, by name, whatever their state; one statement. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public List<Row> list(MeetingId meeting) {
        enterThoseInOffice(meeting);
        return jdbc.sql(ROWS + ORDER)
                .param("meeting", meeting.value())
                .query((row, number) -> row(row))
                .list();
    }

    /**
     * Which reviewers a list shows; what is empty narrows nothing.
     *
     * @param words words of the name, in any script and spelling
     * @param topic the key of a topic that she knows
     * @param language a language that she can judge in, as BCP 47 tag
     */
    public record Filter(
            String words,
            Optional<UUID> topic,
            Optional<String> language,
            Optional<Side> side,
            Optional<ReviewerState> state) {

        /** Everybody. */
        public static final Filter ALL =
                new Filter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A page of the list, by name; one statement beside the entering of those in office. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public List<Row> find(MeetingId meeting, Filter filter, int offset, int limit) {
        enterThoseInOffice(meeting);
        return narrowed(ROWS, ORDER + " limit :limit offset :offset", meeting, filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row(row))
                .list();
    }

    /** How many reviewers {@link #find} has in all. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public int count(MeetingId meeting, Filter filter) {
        enterThoseInOffice(meeting);
        return narrowed(
                        "select count(*) from reviewer r join person pe on pe.id = r.person where r.meeting = :meeting",
                        "",
                        meeting,
                        filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec narrowed(String from, String order, MeetingId meeting, Filter filter) {
        var sql = new StringBuilder(from);
        var parameters = new HashMap<String, Object>();
        parameters.put("meeting", meeting.value());
        filter.topic().ifPresent(topic -> {
            sql.append(" and r.topics like :topic");
            parameters.put("topic", "%" + topic + "%");
        });
        filter.language().ifPresent(language -> {
            sql.append(" and concat(',', r.languages, ',') like :language");
            parameters.put("language", "%," + language + ",%");
        });
        filter.side().ifPresent(side -> {
            sql.append(
                    side == Side.ELSEWHERE ? " and pe.country not in (:countries)" : " and pe.country in (:countries)");
            parameters.put("countries", side == Side.ELSEWHERE ? Side.EITHER : side.countries());
        });
        filter.state().ifPresent(state -> {
            sql.append(" and r.state = :state");
            parameters.put("state", state.name());
        });
        int number = 0;
        for (var word : Folding.fold(filter.words()).split(" ")) {
            if (!word.isEmpty()) {
                sql.append(" and pe.search_key like :word").append(number);
                parameters.put("word" + number++, "%" + word + "%");
            }
        }
        return jdbc.sql(sql.append(order).toString()).params(parameters);
    }

    /** Asks a person to review. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void invite(MeetingId meeting, PersonId person) {
        reviewers
                .findByMeetingAndPerson(meeting.value(), person.value())
                .ifPresentOrElse(
                        r -> {
                            r.inviteAgain(clock);
                            reviewers.save(r);
                        },
                        () -> reviewers.save(Reviewer.invited(meeting, person, languages(person), clock)));
        finding.search(meeting, person);
    }

    /**
     * Asks the person with an address to review.
     *
     * @throws Refusal if nobody has an account with it
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public PersonId invite(MeetingId meeting, EmailAddress email) {
        var person = accounts.findByEmail(email.value())
                .orElseThrow(() -> Refusal.at("email", "reviewing.reviewer.unknown"))
                .person();
        invite(meeting, person);
        return person;
    }

    /** Asks all contributors of proposals who are not on the list yet, and tells how many. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public int inviteContributors(MeetingId meeting) {
        var on = reviewers.findByMeeting(meeting.value()).stream()
                .map(r -> r.person().value())
                .collect(Collectors.toSet());
        var fresh = jdbc
                .sql("select distinct c.person from contributor c join proposal p on p.id = c.proposal"
                        + " where p.meeting = ? and p.state not in ('DRAFT', 'WITHDRAWN', 'CANCELLED')"
                        + " and c.answer = 'CONFIRMED' and c.person is not null")
                .param(meeting.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .filter(p -> !on.contains(p))
                .toList();
        persons.findAllById(fresh)
                .forEach(p -> reviewers.save(Reviewer.invited(meeting, p.id(), p.languages(), clock)));
        if (!fresh.isEmpty()) {
            finding.search(meeting);
        }
        return fresh.size();
    }

    /** Takes the offer of who has volunteered. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void take(MeetingId meeting, PersonId person) {
        change(meeting, person, Reviewer::accept);
        give(meeting, person);
    }

    /** Does not take an offer, or takes an invitation back. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void turnDown(MeetingId meeting, PersonId person) {
        change(meeting, person, Reviewer::decline);
    }

    /** Takes a reviewer off: her submitted reviews stay and count, what she has not reviewed is taken from her. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void retire(MeetingId meeting, PersonId person) {
        change(meeting, person, Reviewer::retire);
        leave(meeting, person);
    }

    /** Puts a retired reviewer back. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void bringBack(MeetingId meeting, PersonId person) {
        change(meeting, person, Reviewer::comeBack);
        give(meeting, person);
    }

    /** Says whether a reviewer counts as experienced. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void rank(MeetingId meeting, PersonId person, boolean senior) {
        change(meeting, person, r -> r.rank(senior));
    }

    /** Changes what a reviewer says of herself, for one who cannot reach the system. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void describe(MeetingId meeting, PersonId person, long version, Reviewer.Content content) {
        change(meeting, person, r -> {
            r.requireVersion(version);
            r.write(content);
        });
    }

    /**
     * Bounds how many proposals a reviewer is given, whatever she has said of it.
     *
     * @param least empty for what the plan says
     * @param most empty for what the plan says
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void limit(MeetingId meeting, PersonId person, long version, OptionalInt least, OptionalInt most) {
        change(meeting, person, r -> {
            r.requireVersion(version);
            var told = r.content();
            r.write(new Reviewer.Content(told.topics(), told.languages(), least, most, told.works()));
        });
    }

    /** Enters those who have the role and are not on the list, for whoever is about to read it. */
    @Internal
    @Transactional
    public void enterThoseInOffice(MeetingId meeting) {
        if (missing(meeting).isEmpty()) {
            return;
        }
        locks.holdReviewers(meeting);
        var missing = missing(meeting);
        persons.findAllById(missing)
                .forEach(p -> reviewers.save(Reviewer.inOffice(meeting, p.id(), p.languages(), clock)));
        reviewers.flush();
        missing.forEach(p -> finding.search(meeting, new PersonId(p)));
    }

    private List<UUID> missing(MeetingId meeting) {
        return jdbc.sql("select g.person from role_grant g where g.meeting = ? and g.role = 'REVIEWER'"
                        + " and not exists (select 1 from reviewer r where r.meeting = g.meeting"
                        + " and r.person = g.person)")
                .param(meeting.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Gives who has accepted the role. */
    void give(MeetingId meeting, PersonId person) {
        if (grants.findByPersonAndRoleAndMeeting(person.value(), Role.REVIEWER, meeting.value())
                .isEmpty()) {
            grants.save(new RoleGrant(person, Role.REVIEWER, meeting.value()));
            events.publishEvent(RolesChanged.gained(person));
        }
        finding.search(meeting, person);
    }

    /** Takes the role from who has retired, with what she has not reviewed. */
    void leave(MeetingId meeting, PersonId person) {
        grants.findByPersonAndRoleAndMeeting(person.value(), Role.REVIEWER, meeting.value())
                .ifPresent(grant -> {
                    grants.delete(grant);
                    events.publishEvent(new RolesChanged(person));
                });
        takeUnreviewed(meeting, person);
    }

    @EventListener
    @Transactional
    void on(RolesChanged event) {
        var person = event.person();
        var inOffice = grants.findByPerson(person.value()).stream()
                .filter(g -> g.role() == Role.REVIEWER)
                .map(RoleGrant::meeting)
                .collect(Collectors.toSet());
        var known = new HashSet<UUID>();
        for (var reviewer : reviewers.findByPerson(person.value())) {
            var meeting = reviewer.meeting();
            known.add(meeting.value());
            if (reviewer.state() == ReviewerState.ACCEPTED && !inOffice.contains(meeting.value())) {
                reviewer.retire();
                takeUnreviewed(meeting, person);
            } else if (reviewer.state() != ReviewerState.ACCEPTED && inOffice.contains(meeting.value())) {
                reviewer.takeOffice();
            }
            reviewers.save(reviewer);
        }
        var fresh = inOffice.stream().filter(m -> !known.contains(m)).toList();
        for (var meeting : fresh) {
            reviewers.save(Reviewer.inOffice(new MeetingId(meeting), person, languages(person), clock));
        }
        fresh.forEach(m -> finding.search(new MeetingId(m), person));
        chaired(person).forEach(m -> finding.search(new MeetingId(m), person));
    }

    /** The meetings that she leads and that have proposals to keep her from. */
    private Collection<UUID> chaired(PersonId person) {
        return jdbc.sql("""
                        select distinct g.meeting from role_grant g
                        where g.person = ? and g.role in ('CHAIR', 'ORGANISER')
                          and exists (select 1 from proposal p where p.meeting = g.meeting and p.state <> 'DRAFT')
                        """)
                .param(person.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private void takeUnreviewed(MeetingId meeting, PersonId person) {
        assignments.findByMeetingAndPerson(meeting.value(), person.value()).stream()
                .filter(a -> a.state() == AssignmentState.ASSIGNED || a.state() == AssignmentState.ACCEPTED)
                .forEach(a -> {
                    a.release("");
                    assignments.save(a);
                });
    }

    private void change(MeetingId meeting, PersonId person, Consumer<Reviewer> change) {
        enterThoseInOffice(meeting);
        var reviewer = reviewers
                .findByMeetingAndPerson(meeting.value(), person.value())
                .orElseThrow(() -> Refusal.of("reviewing.gone"));
        change.accept(reviewer);
        reviewers.save(reviewer);
    }

    private Set<String> languages(PersonId person) {
        return persons.findById(person.value())
                .orElseThrow(() -> Refusal.of("reviewing.gone"))
                .languages();
    }

    private static Row row(ResultSet row) throws SQLException {
        var languages = row.getString(6);
        var email = row.getString(16);
        return new Row(
                new PersonId(row.getObject(1, UUID.class)),
                row.getLong(2),
                SqlNames.name(row, 17),
                ReviewerState.valueOf(row.getString(3)),
                row.getBoolean(4),
                TopicStrengthsConverter.read(row.getString(5)),
                languages.isEmpty() ? Set.of() : Set.of(languages.split(",")),
                SqlNames.number(row, 7),
                SqlNames.number(row, 8),
                row.getString(9),
                row.getString(10),
                Side.of(row.getString(10)),
                row.getString(11),
                row.getBoolean(12),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                Optional.ofNullable(email).orElse(""),
                row.getInt(24));
    }
}
