package org.caravanserai.review;

import java.util.List;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.people.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the proposals of meetings stand, in numbers, for those who decide about them. */
@Service
@SignedIn
public class CommitteeFigures {

    private final Access access;
    private final JdbcClient jdbc;

    CommitteeFigures(Access access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * The numbers of one meeting.
     *
     * @param slug the meeting's address
     * @param handedIn all proposals but drafts
     * @param undecided those of them that wait for a decision
     * @param confirmed those of them that are accepted and confirmed
     */
    public record Figures(String slug, int handedIn, int undecided, int confirmed) {}

    /** The numbers of the meetings in which the acting person decides; one statement for all. */
    @Transactional(readOnly = true)
    public List<Figures> mine() {
        var decides = new java.util.HashSet<UUID>(access.meetingsAs(Role.ORGANISER));
        decides.addAll(access.meetingsAs(Role.CHAIR));
        if (decides.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select m.slug, count(*),
                               sum(case when p.state in ('SUBMITTED', 'UNDER_REVIEW') then 1 else 0 end),
                               sum(case when p.state = 'CONFIRMED' then 1 else 0 end)
                        from proposal p join meeting m on m.id = p.meeting
                        where p.meeting in (:meetings) and p.state <> 'DRAFT' group by m.slug order by m.slug
                        """)
                .param("meetings", decides)
                .query((row, number) -> new Figures(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .list();
    }
}
