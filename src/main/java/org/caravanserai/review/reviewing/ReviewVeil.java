package org.caravanserai.review.reviewing;

import java.time.ZoneOffset;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Arrival;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalVeil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the proposals' own rules what conflicts and blind review hide. */
@Component
class ReviewVeil implements ProposalVeil {

    private final JdbcClient jdbc;
    private final Arrival arrival;

    ReviewVeil(JdbcClient jdbc, Arrival arrival) {
        this.jdbc = jdbc;
        this.arrival = arrival;
    }

    @Override
    public boolean hides(ProposalId proposal, PersonId from) {
        return jdbc.sql("select count(*) from proposal p where p.id = :proposal and" + ReviewSql.HIDDEN)
                        .param("proposal", proposal.value())
                        .param("me", from.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public boolean admits(ProposalId proposal, PersonId person) {
        return jdbc.sql("select count(*) from review_assignment where proposal = ? and sub_reviewer = ? and state in"
                                + ReviewSql.LIVE)
                        .params(proposal.value(), person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public boolean isEverBlind(ProposalId proposal) {
        return jdbc.sql("select count(*) from proposal p" + ReviewSql.PLAN + " where p.id = ? and 'DOUBLE' in"
                                + " (plan.blind_bidding, plan.blind_reviewing, plan.blind_discussion)")
                        .param(proposal.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public boolean hidesPeople(ProposalId proposal, PersonId from) {
        return jdbc.sql("select count(*) from proposal p" + ReviewSql.PLAN + " where p.id = :proposal and"
                                + ReviewSql.BLIND)
                        .param("proposal", proposal.value())
                        .param("now", arrival.instant().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
