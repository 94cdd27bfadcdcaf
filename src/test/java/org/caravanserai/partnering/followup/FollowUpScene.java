package org.caravanserai.partnering.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.SignedLinks;
import org.caravanserai.testing.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes people who have met, for tests of what came of it. */
@Component
class FollowUpScene {

    static final Instant MET = Instant.parse("2031-06-08T06:00:00Z");

    private final MeetingFixtures fixtures;
    private final Accounts accounts;
    private final StoredFollowUps stored;
    private final FollowUps followUps;
    private final SignedLinks links;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FollowUpScene(
            MeetingFixtures fixtures,
            Accounts accounts,
            StoredFollowUps stored,
            FollowUps followUps,
            SignedLinks links,
            TransactionTemplate transaction,
            Clock clock) {
        this.fixtures = fixtures;
        this.accounts = accounts;
        this.stored = stored;
        this.followUps = followUps;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    Meeting meeting() {
        return fixtures.openMeeting();
    }

    /** Somebody with an account and a role at a meeting. */
    PersonId member(String name, Role role, Meeting meeting) {
        var person = fixtures.person(name);
        fixtures.grant(person, role, meeting);
        var account = new Account(person, new EmailAddress(Ids.code() + "@followed.example"), "", clock);
        account.verify(clock);
        accounts.save(account);
        return person;
    }

    /** They have met at a meeting, at {@link #MET}. */
    void met(Meeting meeting, String title, PersonId... people) {
        transaction.executeWithoutResult(t -> {
            var held = new HeldMeetings.HeldMeeting(
                    "test:" + Ids.next(), Optional.of(meeting.key()), title, MET, List.of(people));
            for (var person : people) {
                stored.save(new FollowUp(held, person));
            }
        });
    }

    /** So many pairs have met at a meeting, and one of each says what came of it. */
    void answers(Meeting meeting, int number, CameOfIt... came) {
        for (int i = 0; i < number; i++) {
            var one = fixtures.person("One of two");
            met(meeting, "Cores", one, fixtures.person("The other"));
            Acting.as(one, () -> followUps.say(latest(one).key(), Set.of(came)));
        }
    }

    /** What a person's latest meeting with others stands for. */
    FollowUps.Line latest(PersonId person) {
        return Acting.as(person, () -> followUps.mine().getFirst());
    }

    /** The end of the address in the mail about it. */
    String link(PersonId person) {
        return links.sign(FollowUps.PURPOSE, latest(person).key().toString());
    }

    /** Her meeting leaves the records. */
    void gone(PersonId person) {
        transaction.executeWithoutResult(t -> stored.deleteById(latest(person).key()));
    }
}
