package org.caravanserai.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.caravanserai.demo.Content.ProposalEntry;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.StatedTimes;
import org.caravanserai.proposal.UnsuitableTime;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people propose to the demonstration meeting, in every state. */
@Component
@Profile("demo")
class DemoProposals {

    private final Clock clock;
    private final Proposals proposals;
    private final Contributors contributors;

    DemoProposals(Clock clock, Proposals proposals, Contributors contributors) {
        this.clock = clock;
        this.proposals = proposals;
        this.contributors = contributors;
    }

    void load(Meeting meeting, Content content, Cast cast) {
        // Sessions first: a talk names the session that it is for.
        content.proposals().stream().filter(p -> p.forSession() == null).forEach(p -> proposal(meeting, p, cast));
        content.proposals().stream().filter(p -> p.forSession() != null).forEach(p -> proposal(meeting, p, cast));
    }

    private void proposal(Meeting meeting, ProposalEntry entry, Cast cast) {
        var type = cast.type(entry.sessionType());
        var submitted = at(clock.instant()
                .minus(Duration.ofMinutes(
                        Math.round(Objects.requireNonNullElse(entry.submittedDaysBeforeClose(), 0.5) * 24 * 60))));
        var proposer = cast.person(entry.contributors().getFirst().person());
        var proposal = new Proposal(meeting.id(), proposer, type.key(), entry.minutes(), submitted);
        var forSession = entry.forSession() == null ? null : cast.proposal(entry.forSession());
        proposal.write(
                new Proposal.Content(
                        type.key(),
                        Content.text(entry.title()),
                        Content.text(entry.abstractText()),
                        entry.topics().stream().map(cast::topic).toList(),
                        entry.minutes(),
                        entry.talkLanguage(),
                        entry.slideLanguage(),
                        entry.expectedAudience(),
                        forSession == null ? null : forSession.key()),
                submitted);
        if (entry.unsuitable() != null) {
            proposal.state(StatedTimes.except(entry.unsuitable().stream()
                    .map(day -> new UnsuitableTime(LocalDate.parse(day), UnsuitableTime.Part.DAY))
                    .toList()));
        }
        proposals.save(proposal);
        cast.add(entry.key(), proposal);
        int position = 0;
        for (var named : entry.contributors()) {
            var role = ContributorRole.valueOf(named.role());
            var contributor = position == 0
                    ? Contributor.proposer(proposal.id(), proposer, role)
                    : Contributor.known(proposal.id(), position, cast.person(named.person()), role);
            if (position > 0 && named.state().equals("CONFIRMED")) {
                contributor.confirm(cast.person(named.person()));
            } else if (named.state().equals("DECLINED")) {
                contributor.decline();
            }
            contributors.save(contributor);
            position++;
        }
        bring(proposal, ProposalState.valueOf(entry.state()), submitted);
    }

    /** Takes a proposal to its state by the ways a committee would. */
    private void bring(Proposal proposal, ProposalState state, Clock then) {
        if (state == ProposalState.DRAFT) {
            return;
        }
        proposal.submit(then);
        switch (state) {
            case SUBMITTED -> {}
            case UNDER_REVIEW -> proposal.beginReview(clock);
            case ACCEPTED -> proposal.accept(clock);
            case WAITING -> proposal.putOnWaitingList(clock);
            case DECLINED -> proposal.decline(clock);
            case WITHDRAWN -> proposal.withdraw(clock);
            case CONFIRMED -> {
                proposal.accept(clock);
                proposal.confirm(clock);
            }
            default -> throw new IllegalStateException("no way to " + state);
        }
        // Listeners read the contributors, which the events of this save find in place.
        proposals.saveAndFlush(proposal);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
