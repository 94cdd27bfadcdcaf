package org.caravanserai.agenda;

import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.people.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the agendas of meetings are, in numbers, for their organisers. */
@Service
@SignedIn
public class AgendaFigures {

    private final Access access;
    private final JdbcClient jdbc;
    private final LiveAgendas agendas;

    AgendaFigures(Access access, JdbcClient jdbc, LiveAgendas agendas) {
        this.access = access;
        this.jdbc = jdbc;
        this.agendas = agendas;
    }

    /**
     * The numbers of one meeting.
     *
     * @param slug the meeting's address
     * @param sessions all that take place
     * @param placed those of them that have a place
     * @param conflicts how many conflicts the board shows, by the meeting's own rules
     * @param releases how often the agenda was published
     */
    public record Figures(String slug, int sessions, int placed, int conflicts, int releases) {}

    /**
     * The numbers of the meetings that the acting person organises; one statement for all, and for conflicts those that take
     * in what has changed since the agendas were last read.
     */
    @Transactional(readOnly = true)
    public List<Figures> mine() {
        var organised = access.meetingsAs(Role.ORGANISER);
        if (organised.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select m.id, m.slug, count(*), count(p.id),
                               (select count(*) from release r where r.meeting = m.id)
                        from session s join meeting m on m.id = s.meeting left join placement p on p.session = s.id
                        where s.meeting in (:meetings) and s.cancelled = false group by m.id, m.slug order by m.slug
                        """)
                .param("meetings", organised)
                .query((row, number) -> new Figures(
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(4) == 0 ? 0 : conflicts(new MeetingId(row.getObject(1, UUID.class))),
                        row.getInt(5)))
                .list();
    }

    private int conflicts(MeetingId meeting) {
        return agendas.current(meeting).counts().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
