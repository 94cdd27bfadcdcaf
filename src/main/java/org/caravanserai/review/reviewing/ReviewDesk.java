package org.caravanserai.review.reviewing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Access;
import org.caravanserai.people.SignedIn;
import org.caravanserai.text.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meetings for which the acting person reviews or writes for a reviewer, and how far she has come with each. */
@Service
@SignedIn
public class ReviewDesk {

    private static final String OPEN =
            " a.state in ('ASSIGNED', 'ACCEPTED') and p.state in ('SUBMITTED', 'UNDER_REVIEW') ";

    private static final String WORK = """
            select m.slug, m.name, m.zone, m.city, count(*),
                   sum(case when
            """ + OPEN + """
             then 1 else 0 end), min(case when
            """ + OPEN + """
             then coalesce(a.due, plan.reviewing_until) end)
             from review_assignment a join proposal p on p.id = a.proposal join meeting m on m.id = a.meeting
            """ + ReviewSql.PLAN + """
             where (a.person = :me or a.sub_reviewer = :me) and a.state in
            """ + ReviewSql.LIVE
            + " and p.state <> 'DRAFT' and not" + ReviewSql.HIDDEN
            + " group by m.id, m.slug, m.name, m.zone, m.city, m.first_day order by m.first_day";

    private final Meetings meetings;
    private final Topics topics;
    private final SessionTypes types;
    private final Access access;
    private final JdbcClient jdbc;

    ReviewDesk(Meetings meetings, Topics topics, SessionTypes types, Access access, JdbcClient jdbc) {
        this.meetings = meetings;
        this.topics = topics;
        this.types = types;
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * How far she has come with a meeting.
     *
     * @param all how many proposals she has to review or has reviewed
     * @param missing how many of the reviews can still be written and are not in
     * @param due when the first of the missing is due
     */
    public record Work(
            String slug,
            LocalizedText name,
            ZoneId zone,
            LocalizedText city,
            int all,
            int missing,
            Optional<Instant> due) {}

    /** A topic as a card shows it. */
    public record TopicOf(LocalizedText name, int hue) {}

    /**
     * A meeting as the desk needs it.
     *
     * @param topics its topics by key
     * @param types the names of its session types by key
     */
    public record Desk(
            MeetingId meeting,
            String slug,
            LocalizedText name,
            ZoneId zone,
            LocalizedText city,
            Map<UUID, TopicOf> topics,
            Map<UUID, LocalizedText> types) {}

    /** Her work for all meetings, the nearest meeting first; one statement. */
    @Transactional(readOnly = true)
    public List<Work> mine() {
        return access.me()
                .map(me -> jdbc.sql(WORK)
                        .param("me", me.value())
                        .query((row, number) -> new Work(
                                row.getString(1),
                                LocalizedText.fromJson(row.getString(2)),
                                ZoneId.of(row.getString(3)),
                                LocalizedText.fromJson(row.getString(4)),
                                row.getInt(5),
                                row.getInt(6),
                                SqlNames.instant(row, 7)))
                        .list())
                .orElse(List.of());
    }

    /** The meeting at an address, if she sits on its committee or writes for somebody who does. */
    @Transactional(readOnly = true)
    public Optional<Desk> find(String slug) {
        return meetings.findBySlug(slug)
                .filter(this::concerns)
                .map(m -> new Desk(
                        m.id(),
                        m.slug().value(),
                        m.name(),
                        m.zone(),
                        m.city(),
                        topics.findByMeetingOrderByPosition(m.key()).stream()
                                .collect(Collectors.toMap(t -> t.key(), t -> new TopicOf(t.name(), t.hue()))),
                        types.findByMeetingOrderByPosition(m.key()).stream()
                                .collect(Collectors.toMap(SessionType::key, SessionType::name))));
    }

    private boolean concerns(Meeting meeting) {
        return access.in(meeting.key(), "ORGANISER", "CHAIR", "REVIEWER")
                || access.me()
                        .filter(me -> jdbc.sql("select count(*) from review_assignment where meeting = :meeting"
                                                + " and (person = :me or sub_reviewer = :me) and state in"
                                                + ReviewSql.LIVE)
                                        .param("meeting", meeting.key())
                                        .param("me", me.value())
                                        .query(Integer.class)
                                        .single()
                                > 0)
                        .isPresent();
    }
}
