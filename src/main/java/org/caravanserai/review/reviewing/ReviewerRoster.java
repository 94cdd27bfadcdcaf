package org.caravanserai.review.reviewing;

import java.time.Clock;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who lead the reviewing decide about who reviews: they ask, take offers, bound loads and take reviewers off. */
@Service
public class ReviewerRoster {

    private final Reviewers reviewers;
    private final ReviewerOffice office;
    private final Persons persons;
    private final Accounts accounts;
    private final ConflictFinding finding;
    private final HiddenProposals hidden;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewerRoster(
            Reviewers reviewers,
            ReviewerOffice office,
            Persons persons,
            Accounts accounts,
            ConflictFinding finding,
            HiddenProposals hidden,
            JdbcClient jdbc,
            Clock clock) {
        this.reviewers = reviewers;
        this.office = office;
        this.persons = persons;
        this.accounts = accounts;
        this.finding = finding;
        this.hidden = hidden;
        this.jdbc = jdbc;
        this.clock = clock;
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
                        () -> reviewers.save(Reviewer.invited(meeting, person, office.languages(person), clock)));
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
        office.give(meeting, person);
    }

    /** Does not take an offer, or takes an invitation back. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void turnDown(MeetingId meeting, PersonId person) {
        change(meeting, person, Reviewer::decline);
    }

    /**
     * Takes a reviewer off: her submitted reviews stay and count, what she has not reviewed is taken from her.
     *
     * @return how many proposals were taken from her, without those hidden from the acting person
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public int retire(MeetingId meeting, PersonId person) {
        change(meeting, person, Reviewer::retire);
        var concealed = hidden.hiddenFromMe(meeting);
        return (int) office.leave(meeting, person).stream()
                .filter(p -> !concealed.contains(p.value()))
                .count();
    }

    /** Puts a retired reviewer back, with what was taken from her where nobody has been put in her place. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void bringBack(MeetingId meeting, PersonId person) {
        change(meeting, person, Reviewer::comeBack);
        office.give(meeting, person);
        office.bringBack(meeting, person);
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

    private void change(MeetingId meeting, PersonId person, Consumer<Reviewer> change) {
        office.enterThoseInOffice(meeting);
        var reviewer = reviewers
                .findByMeetingAndPerson(meeting.value(), person.value())
                .orElseThrow(() -> Refusal.of("reviewing.gone"));
        change.accept(reviewer);
        reviewers.save(reviewer);
    }
}
