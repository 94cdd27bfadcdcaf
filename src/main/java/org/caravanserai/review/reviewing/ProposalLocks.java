package org.caravanserai.review.reviewing;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.proposal.ProposalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds rows until the transaction ends without reading them as entities, so that what is read afterwards is what the one
 * before has left.
 */
@Component
class ProposalLocks {

    private final JdbcClient jdbc;

    ProposalLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hold(ProposalId proposal) {
        hold(List.of(proposal.value()));
    }

    /** Always in the same order, so that two who hold many do not wait for each other. */
    void hold(Collection<UUID> proposals) {
        if (!proposals.isEmpty()) {
            jdbc.sql("select id from proposal where id in (:keys) order by id for update")
                    .param("keys", proposals)
                    .query((row, number) -> number)
                    .list();
        }
    }

    /**
     * Holds the list of a meeting's reviewers, by the roles it follows: the meeting itself would be in the way of everything
     * that refers to it.
     */
    void holdReviewers(MeetingId meeting) {
        jdbc.sql("select id from role_grant where meeting = ? and role = 'REVIEWER' order by id for update")
                .param(meeting.value())
                .query((row, number) -> number)
                .list();
    }
}
