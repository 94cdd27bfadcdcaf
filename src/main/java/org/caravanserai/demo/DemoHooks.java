package org.caravanserai.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A webhook of the demonstration with what it was told in the last days. It is written down as it would be found now: to make
 * it by the service would look its address up, and the demonstration reaches no network. It is switched off, and its name
 * never leads anywhere (RFC 2606), so that whoever tells it something once more sees how a failure is shown.
 */
@Component
@Profile("demo")
@Order(1)
class DemoHooks implements DemoPart {

    private static final String ADDRESS = "https://app.meeting-guide.example/hooks/astana-2027";
    private static final String EVENTS = "RELEASE_PUBLISHED,SESSIONS_CHANGED,DECISION_SENT,PROPOSAL_CONFIRMED";
    private static final int EVERY_ATTEMPT = 7;
    private static final Came TAKEN = new Came("DELIVERED", 1, 200, "{\"taken\":true}", "", "");
    private static final Came TAKEN_LATER = new Came("DELIVERED", 2, 204, "", "", "");
    private static final Came SLOW = new Came("GIVEN_UP", EVERY_ATTEMPT, 0, "", "outside.failed.slow", "10");
    private static final Came DOWN =
            new Came("GIVEN_UP", EVERY_ATTEMPT, 503, "Down for maintenance until Monday, 09:00.", "", "");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoHooks(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of it. */
    private record Came(String state, int attempts, int status, String answer, String problem, String detail) {}

    /** What happened so many days ago. */
    private record Happened(String event, @Nullable UUID proposal, int release, String standing, int days) {

        static Happened to(Proposal proposal, String event, String standing, int days) {
            return new Happened(event, proposal.key(), 0, standing, days);
        }

        static Happened today(String event, int release) {
            return new Happened(event, null, release, "", 0);
        }
    }

    @Override
    public void load(Meeting meeting, Cast cast) {
        var confirmed = cast.proposals().stream()
                .filter(proposal -> proposal.state() == ProposalState.CONFIRMED)
                .toList();
        var first = confirmed.getFirst();
        var last = confirmed.getLast();
        transaction.executeWithoutResult(status -> {
            var hook = make(meeting, cast.person("zhumabekova-madina"));
            // Keys say what happened first.
            tell(hook, Happened.to(first, "DECISION_SENT", "ACCEPT", 6), TAKEN);
            tell(hook, Happened.to(last, "DECISION_SENT", "ACCEPT", 6), TAKEN_LATER);
            tell(hook, Happened.to(first, "PROPOSAL_CONFIRMED", "CONFIRMED", 5), SLOW);
            tell(hook, Happened.to(last, "PROPOSAL_CONFIRMED", "CONFIRMED", 4), DOWN);
            tell(hook, Happened.today("RELEASE_PUBLISHED", 1), TAKEN);
            tell(hook, Happened.today("RELEASE_PUBLISHED", 2), TAKEN);
            tell(hook, Happened.today("SESSIONS_CHANGED", 2), TAKEN);
        });
    }

    private UUID make(Meeting meeting, PersonId by) {
        var hook = Ids.next();
        jdbc.sql("insert into hook (id, version, meeting, address, events, secret, state, made_by, made_at)"
                        + " values (?, 0, ?, ?, ?, ?, 'OFF', ?, ?)")
                .params(
                        hook,
                        meeting.key(),
                        ADDRESS,
                        EVENTS,
                        "cvsh_" + OneTimeSecret.random().value(),
                        by.value(),
                        ago(Duration.ofDays(9)))
                .update();
        return hook;
    }

    private void tell(UUID hook, Happened happened, Came came) {
        var at = ago(Duration.ofDays(happened.days()));
        // The pauses between all attempts make up most of a day.
        var tried = came.attempts() == EVERY_ATTEMPT ? at.plusHours(23) : at.plusMinutes(came.attempts() - 1L);
        jdbc.sql("insert into hook_delivery (id, version, hook, event, proposal, release_number, standing, happened_at,"
                        + " state, attempts, due_at, tried_at, answer_status, answer_excerpt, problem, problem_detail)"
                        + " values (:id, 0, :hook, :event, :proposal, :release, :standing, :at,"
                        + " :state, :attempts, :tried, :tried, :status, :answer, :problem, :detail)")
                .param("id", Ids.next())
                .param("hook", hook)
                .param("at", at)
                .param("tried", tried)
                .param("event", happened.event())
                .param("proposal", happened.proposal())
                .param("release", happened.release())
                .param("standing", happened.standing())
                .param("state", came.state())
                .param("attempts", came.attempts())
                .param("status", came.status())
                .param("answer", came.answer())
                .param("problem", came.problem())
                .param("detail", came.detail())
                .update();
    }

    private OffsetDateTime ago(Duration time) {
        return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
    }
}
