package org.caravanserai.review.reviewing;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Arrival;
import org.caravanserai.text.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much each reviewer of a meeting has to do, has done, and how punctually; one statement. */
@Service
public class ReviewerLoads {

    private static final String LOADS = """
            select r.person, r.state, r.least_load, coalesce(r.most_load, base.most_load, 12), pe.country,
                   count(a.id),
                   sum(case when a.state in ('ASSIGNED', 'ACCEPTED') then 1 else 0 end),
                   sum(case when a.state = 'SUBMITTED' then 1 else 0 end),
                   sum(case when a.state = 'DECLINED' then 1 else 0 end),
                   sum(case when a.state in ('ASSIGNED', 'ACCEPTED')
                            and coalesce(a.due, plan.reviewing_until) < :now then 1 else 0 end),
                   max(v.submitted_at),
                   sum(case when v.first_at > coalesce(a.due, plan.reviewing_until) then 1 else 0 end),
            """ + ReviewSql.NAME + """
             from reviewer r join person pe on pe.id = r.person
             left join review_plan base on base.meeting = r.meeting
                  and base.session_type = cast('00000000-0000-0000-0000-000000000000' as uuid)
             left join review_assignment a on a.meeting = r.meeting and a.person = r.person and a.state <> 'RELEASED'
                  and not exists (select 1 from review_conflict rc where rc.proposal = a.proposal
                                  and rc.person = :me and rc.standing)
             left join proposal p on p.id = a.proposal
             left join review v on v.assignment = a.id
            """ + ReviewSql.PLAN + """
             where r.meeting = :meeting and r.state in ('ACCEPTED', 'RETIRED')
             group by r.id, r.person, r.state, r.least_load, r.most_load, base.most_load, pe.id, pe.country,
                      pe.published, pe.family, pe.given, pe.name_order, pe.native_script, pe.kana, pe.patronymic
             order by lower(pe.published), r.id
            """;

    private final Access access;
    private final Arrival arrival;
    private final JdbcClient jdbc;

    ReviewerLoads(Access access, Arrival arrival, JdbcClient jdbc) {
        this.access = access;
        this.arrival = arrival;
        this.jdbc = jdbc;
    }

    /**
     * A reviewer's load.
     *
     * @param leastLoad her own lower bound; empty for the plan's
     * @param mostLoad her upper bound, or the plan's
     * @param given how many proposals she was given and did not lose again
     * @param open how many of them she has not reviewed
     * @param submitted how many reviews are in
     * @param declined how many she declined
     * @param late how many open ones are overdue
     * @param quiet how long ago her last review came in; empty if none did
     * @param delayed how many reviews first came in after their deadline
     */
    public record Row(
            PersonId person,
            PersonName name,
            ReviewerState state,
            Side side,
            OptionalInt leastLoad,
            int mostLoad,
            int given,
            int open,
            int submitted,
            int declined,
            int late,
            Optional<Duration> quiet,
            int delayed) {}

    /** Everybody who reviews or has reviewed, by name. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public List<Row> list(MeetingId meeting) {
        var now = arrival.instant();
        return jdbc.sql(LOADS)
                .param("meeting", meeting.value())
                .param("me", access.me().map(PersonId::value).orElse(ReviewPlan.ALL_TYPES))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        new PersonId(row.getObject(1, UUID.class)),
                        SqlNames.name(row, 13),
                        ReviewerState.valueOf(row.getString(2)),
                        Side.of(row.getString(5)),
                        SqlNames.number(row, 3),
                        row.getInt(4),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        SqlNames.instant(row, 11).map(at -> Duration.between(at, now)),
                        row.getInt(12)))
                .list();
    }
}
