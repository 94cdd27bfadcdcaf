package org.caravanserai.review;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Arrival;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.review.reviewing.ReviewSql;
import org.caravanserai.review.reviewing.SqlNames;
import org.caravanserai.text.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the acting person reviews, is asked to, or leads reviewing, and what waits for her there; one statement. */
@Service
@SignedIn
public class ReviewerTasks {

    private static final String TASKS = """
            select m.id, m.slug, m.name, m.zone, m.city, mine.state,
                   (select count(*) from reviewer v where v.meeting = m.id and v.state = 'VOLUNTEERED'),
                   base.bidding_until,
                   (select count(*) from proposal p where p.meeting = m.id
                    and p.state in ('SUBMITTED', 'UNDER_REVIEW', 'REVISING')
                    and not exists (select 1 from review_bid b where b.proposal = p.id and b.person = :me)
                    and not
            """ + ReviewSql.HIDDEN + """
                   )
            from meeting m left join reviewer mine on mine.meeting = m.id and mine.person = :me
            left join review_plan base on base.meeting = m.id
                 and base.session_type = cast('00000000-0000-0000-0000-000000000000' as uuid)
            where m.id in (:meetings) or mine.state in ('INVITED', 'VOLUNTEERED') order by m.first_day, m.id
            """;

    private final Access access;
    private final HiddenProposals hidden;
    private final Arrival arrival;
    private final JdbcClient jdbc;

    ReviewerTasks(Access access, HiddenProposals hidden, Arrival arrival, JdbcClient jdbc) {
        this.access = access;
        this.hidden = hidden;
        this.arrival = arrival;
        this.jdbc = jdbc;
    }

    /**
     * A meeting and what she has to do with its reviewing.
     *
     * @param asked whether she was asked to review and has not answered
     * @param volunteers how many offers wait for the committee
     * @param toBid on how many proposals she has not bid
     * @param bidUntil until when bids are taken; empty if that is over or not set
     */
    public record Task(
            String slug,
            LocalizedText name,
            ZoneId zone,
            LocalizedText city,
            boolean organises,
            boolean leads,
            boolean reviews,
            boolean asked,
            int volunteers,
            int toBid,
            Optional<Instant> bidUntil) {}

    /** Hers, the nearest meeting first. */
    @Transactional(readOnly = true)
    public List<Task> mine() {
        if (access.me().isEmpty()) {
            return List.of();
        }
        var organises = new HashSet<>(access.meetingsAs(Role.ORGANISER));
        var leads = new HashSet<>(organises);
        leads.addAll(access.meetingsAs(Role.CHAIR));
        var reviews = new HashSet<>(access.meetingsAs(Role.REVIEWER));
        var all = new HashSet<>(leads);
        all.addAll(reviews);
        // A list in SQL may not be empty.
        all.add(new UUID(0, 0));
        var now = arrival.instant();
        return jdbc.sql(TASKS)
                .param("me", hidden.me())
                .param("meetings", all)
                .query((row, number) -> {
                    var meeting = row.getObject(1, UUID.class);
                    return new Task(
                            row.getString(2),
                            LocalizedText.fromJson(row.getString(3)),
                            ZoneId.of(row.getString(4)),
                            LocalizedText.fromJson(row.getString(5)),
                            organises.contains(meeting),
                            leads.contains(meeting),
                            reviews.contains(meeting),
                            "INVITED".equals(row.getString(6)),
                            row.getInt(7),
                            row.getInt(9),
                            SqlNames.instant(row, 8).filter(at -> !now.isAfter(at)));
                })
                .list();
    }
}
