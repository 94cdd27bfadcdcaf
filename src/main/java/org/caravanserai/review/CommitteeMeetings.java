package org.caravanserai.review;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.people.SignedIn;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.review.reviewing.ReviewSql;
import org.caravanserai.text.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meetings on whose committee the acting person sits, with what their lists of proposals are filtered by. */
@Service
@SignedIn
public class CommitteeMeetings {

    private final Meetings meetings;
    private final Topics topics;
    private final SessionTypes types;
    private final Access access;
    private final HiddenProposals hidden;
    private final JdbcClient jdbc;

    CommitteeMeetings(
            Meetings meetings,
            Topics topics,
            SessionTypes types,
            Access access,
            HiddenProposals hidden,
            JdbcClient jdbc) {
        this.meetings = meetings;
        this.topics = topics;
        this.types = types;
        this.access = access;
        this.hidden = hidden;
        this.jdbc = jdbc;
    }

    /**
     * A meeting as its committee's views need it.
     *
     * @param id the meeting
     * @param slug its address
     * @param name its name
     * @param zone its zone
     * @param city the city that names the zone
     * @param languages the languages of talks, as BCP 47 tags
     * @param topics its topics in order
     * @param types its session types in order
     * @param decides whether the acting person decides (an organiser or track chair), else she only reads
     * @param organises whether she is an organiser
     * @param reviews whether she is a reviewer
     */
    public record CommitteeMeeting(
            MeetingId id,
            String slug,
            LocalizedText name,
            ZoneId zone,
            LocalizedText city,
            Set<String> languages,
            List<TopicChoice> topics,
            List<TypeChoice> types,
            boolean decides,
            boolean organises,
            boolean reviews) {}

    /** A topic to choose. */
    public record TopicChoice(UUID key, LocalizedText name, int hue) {}

    /** A session type to choose. */
    public record TypeChoice(UUID key, LocalizedText name) {}

    /** The meeting at an address, if the acting person sits on its committee. */
    @Transactional(readOnly = true)
    public Optional<CommitteeMeeting> find(String slug) {
        return meetings.findBySlug(slug)
                .filter(m -> access.in(m.key(), "ORGANISER", "CHAIR", "REVIEWER"))
                .map(m -> new CommitteeMeeting(
                        m.id(),
                        m.slug().value(),
                        m.name(),
                        m.zone(),
                        m.city(),
                        m.languages(),
                        topics.findByMeetingOrderByPosition(m.key()).stream()
                                .map(t -> new TopicChoice(t.key(), t.name(), t.hue()))
                                .toList(),
                        types.findByMeetingOrderByPosition(m.key()).stream()
                                .map(t -> new TypeChoice(t.key(), t.name()))
                                .toList(),
                        access.in(m.key(), "ORGANISER", "CHAIR"),
                        access.organiser(m.key()),
                        access.in(m.key(), "REVIEWER")));
    }

    /**
     * What waits on a committee, without what a conflict of interest hides from the acting person.
     *
     * @param slug the meeting's address
     * @param name its name
     * @param decides whether the acting person decides there, else she only reads
     * @param toDecide proposals submitted or under review about which no decision waits; 0 for who does not decide
     * @param toSend decisions that wait to be sent; 0 for who does not decide
     */
    public record Waiting(String slug, LocalizedText name, boolean decides, int toDecide, int toSend) {}

    /** The committees that the acting person sits on, the nearest meeting first; one statement each for all counts. */
    @Transactional(readOnly = true)
    public List<Waiting> mine() {
        var decides = new java.util.HashSet<>(access.meetingsAs(Role.ORGANISER));
        decides.addAll(access.meetingsAs(Role.CHAIR));
        var all = new java.util.HashSet<>(decides);
        all.addAll(access.meetingsAs(Role.REVIEWER));
        if (all.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select m.id, m.slug, m.name,
                               (select count(*) from proposal p where p.meeting = m.id
                                and p.state in ('SUBMITTED', 'UNDER_REVIEW')
                                and not exists (select 1 from decision d where d.pending_proposal = p.id)
                                and not""" + ReviewSql.HIDDEN + """
                               ),
                               (select count(*) from decision d join proposal p on p.id = d.proposal
                                where d.meeting = m.id and d.sent_at is null and not""" + ReviewSql.HIDDEN + """
                               )
                        from meeting m where m.id in (:meetings) order by m.first_day
                        """)
                .param("meetings", all)
                .param("me", hidden.me())
                .query((row, number) -> {
                    // A count tells what is decided and not yet sent: those who only review do not learn it.
                    var leads = decides.contains(row.getObject(1, UUID.class));
                    return new Waiting(
                            row.getString(2),
                            LocalizedText.fromJson(row.getString(3)),
                            leads,
                            leads ? row.getInt(4) : 0,
                            leads ? row.getInt(5) : 0);
                })
                .list();
    }
}
