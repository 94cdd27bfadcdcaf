package org.caravanserai.review.assigning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.review.assigning.AssignmentInput.Key;
import org.caravanserai.review.assigning.AssignmentInput.Now;
import org.caravanserai.review.reviewing.AssignmentState;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.review.reviewing.ReviewerOffice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what an assignment is computed from, without what a conflict hides from the acting person; a fixed number of statements. */
@Component
class AssignmentReading {

    private static final String CONFLICTS =
            "select distinct proposal, person from review_conflict where meeting = ? and standing";

    private static final String BIDS = "select proposal, person, eagerness from review_bid where meeting = ?";

    private static final String ASSIGNMENTS = """
            select a.proposal, a.person, a.state,
                   a.state in ('ACCEPTED', 'SUBMITTED')
                   or exists (select 1 from review_draft d where d.assignment = a.id)
                   or exists (select 1 from review v where v.assignment = a.id)
            from review_assignment a where a.meeting = ?
            """;

    private final CommitteeKnowledge knowledge;
    private final ReviewerOffice office;
    private final HiddenProposals hidden;
    private final JdbcClient jdbc;

    AssignmentReading(CommitteeKnowledge knowledge, ReviewerOffice office, HiddenProposals hidden, JdbcClient jdbc) {
        this.knowledge = knowledge;
        this.office = office;
        this.hidden = hidden;
        this.jdbc = jdbc;
    }

    /** As things stand; in a transaction. */
    AssignmentInput read(MeetingId meeting) {
        office.enterThoseInOffice(meeting);
        var known = knowledge.of(meeting);
        var concealed = hidden.hiddenFromMe(meeting);
        var numbers = IntStream.range(0, known.proposals().size())
                .filter(p -> !concealed.contains(
                        known.proposals().get(p).work().proposal().value()))
                .boxed()
                .toList();
        var barred = new HashSet<Key>();
        jdbc.sql(CONFLICTS)
                .param(meeting.value())
                .query((row, number) -> barred.add(new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class))))
                .list();
        var bids = new HashMap<Key, Eagerness>();
        jdbc.sql(BIDS)
                .param(meeting.value())
                .query((row, number) -> bids.put(
                        new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        Eagerness.valueOf(row.getString(3))))
                .list();
        var now = now(meeting);
        var load = new HashMap<Integer, Integer>();
        now.forEach((key, standing) -> {
            var reviewer = known.reviewerNumbers().get(key.person());
            if (reviewer != null && standing.state().isLive() && concealed.contains(key.proposal())) {
                load.merge(reviewer, 1, Integer::sum);
            }
        });
        return new AssignmentInput(known, numbers, barred, bids, now, load);
    }

    /** How each pair stands that was ever assigned. */
    Map<Key, Now> now(MeetingId meeting) {
        var now = new HashMap<Key, Now>();
        jdbc.sql(ASSIGNMENTS)
                .param(meeting.value())
                .query((row, number) -> now.put(
                        new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        new Now(AssignmentState.valueOf(row.getString(3)), row.getBoolean(4))))
                .list();
        return now;
    }
}
