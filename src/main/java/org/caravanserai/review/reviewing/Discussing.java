package org.caravanserai.review.reviewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Arrival;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reviewers of a proposal and those who lead talk about it. Nobody in conflict is among them. */
@Service
public class Discussing {

    private static final String POSTS = """
            select d.id, d.version, d.author, d.text_body, d.mentions, d.posted_at, d.edited_at, d.deleted,
            """ + ReviewSql.NAME + """
             from discussion_post d join person pe on pe.id = d.author
             where d.proposal = ? order by d.posted_at, d.id
            """;

    private static final String PARTICIPANTS = """
            select pe.id, exists (select 1 from role_grant l where l.meeting = p.meeting and l.person = pe.id
                          and l.role in ('ORGANISER', 'CHAIR')),
            """ + ReviewSql.NAME + """
             from proposal p join person pe on (pe.id in (select a.person from review_assignment a
                   where a.proposal = p.id and a.state in
            """ + ReviewSql.LIVE + """
            ) or pe.id in (select g.person from role_grant g where g.meeting = p.meeting
                           and g.role in ('ORGANISER', 'CHAIR')))
             where p.id = ? and not exists (select 1 from review_conflict c where c.proposal = p.id
                   and c.person = pe.id and c.standing)
             order by lower(pe.published), pe.id
            """;

    private final DiscussionPosts posts;
    private final DiscussionMarks marks;
    private final ReviewedProposals proposals;
    private final ProposalLocks locks;
    private final PlanReading plans;
    private final ReviewerTexts texts;
    private final Access access;
    private final Arrival arrival;
    private final ApplicationEventPublisher events;
    private final LiveUpdates updates;
    private final JdbcClient jdbc;
    private final Clock clock;

    Discussing(
            DiscussionPosts posts,
            DiscussionMarks marks,
            ReviewedProposals proposals,
            ProposalLocks locks,
            PlanReading plans,
            ReviewerTexts texts,
            Access access,
            Arrival arrival,
            ApplicationEventPublisher events,
            LiveUpdates updates,
            JdbcClient jdbc,
            Clock clock) {
        this.posts = posts;
        this.marks = marks;
        this.proposals = proposals;
        this.locks = locks;
        this.plans = plans;
        this.texts = texts;
        this.access = access;
        this.arrival = arrival;
        this.events = events;
        this.updates = updates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Someone who takes part.
     *
     * @param leads whether she leads the reviewing; else she reviews the proposal
     */
    public record Participant(PersonId person, PersonName name, boolean leads) {}

    /**
     * A post.
     *
     * @param version to be given back with a change
     * @param text what it says; empty if it was taken back
     * @param mentions whom it calls on
     * @param unread whether it is new to the acting person
     * @param changeable whether she may still change it or take it back
     */
    public record Post(
            UUID key,
            long version,
            PersonId author,
            PersonName name,
            String text,
            Set<PersonId> mentions,
            Instant at,
            Optional<Instant> editedAt,
            boolean deleted,
            boolean unread,
            boolean changeable) {}

    /**
     * Where open views hear that a discussion has changed. The message says nothing; whoever hears it asks again, and is
     * answered only if she may still see it.
     */
    public static LiveUpdates.Channel channel(ProposalId proposal) {
        return new LiveUpdates.Channel("discussion", proposal.value());
    }

    private void changed(ProposalId proposal) {
        updates.send(channel(proposal), "");
    }

    /** Who may take part, and so be mentioned, by name. */
    @PreAuthorize("@reviewAccess.seesReviews(#proposal)")
    @Transactional(readOnly = true)
    public List<Participant> participants(ProposalId proposal) {
        return jdbc.sql(PARTICIPANTS)
                .param(proposal.value())
                .query((row, number) -> new Participant(
                        new PersonId(row.getObject(1, UUID.class)), SqlNames.name(row, 3), row.getBoolean(2)))
                .list();
    }

    /** All posts, the oldest first. Reading does not mark them as read. */
    @PreAuthorize("@reviewAccess.seesReviews(#proposal)")
    @Transactional(readOnly = true)
    public List<Post> posts(ProposalId proposal) {
        var readTo = access.me()
                .flatMap(me -> jdbc.sql("select read_upto from discussion_mark where proposal = ? and person = ?")
                        .params(proposal.value(), me.value())
                        .query((row, number) ->
                                row.getObject(1, OffsetDateTime.class).toInstant())
                        .optional())
                .orElse(Instant.EPOCH);
        var nameless = texts.nameless(proposal);
        return jdbc.sql(POSTS)
                .param(proposal.value())
                .query((row, number) -> post(row, readTo, nameless))
                .list();
    }

    /** She has read everything that was posted until an instant. */
    @PreAuthorize("@reviewAccess.seesReviews(#proposal)")
    @Transactional
    public void markRead(ProposalId proposal, Instant upTo) {
        var me = me();
        // Held, so that two windows of one person do not both begin her mark.
        locks.hold(proposal);
        marks.findByProposalAndPerson(proposal.value(), me.value())
                .ifPresentOrElse(
                        mark -> {
                            mark.readUpTo(upTo);
                            marks.save(mark);
                        },
                        () -> marks.save(new DiscussionMark(proposal, me, upTo)));
    }

    /**
     * Posts.
     *
     * @param mentions whom it calls on; all must take part
     * @throws Refusal if it is empty or too long, someone mentioned does not take part, or the time is over
     */
    @PreAuthorize("@reviewAccess.seesReviews(#proposal)")
    @Transactional
    public UUID post(ProposalId proposal, String text, Set<PersonId> mentions) {
        var about = proposals.findById(proposal.value()).orElseThrow();
        if (!plans.of(about).takesPostsAt(arrival.instant())) {
            throw Refusal.of("reviewing.discussion.closed");
        }
        requireParticipants(proposal, mentions);
        var post = posts.save(new DiscussionPost(about.meeting(), proposal, me(), text, mentions, clock));
        events.publishEvent(new DiscussionPosted(proposal, about.meeting(), post.key(), post.author(), mentions));
        changed(proposal);
        return post.key();
    }

    /** Changes her own post, for some minutes after posting. */
    @PreAuthorize("@reviewAccess.seesReviews(#proposal)")
    @Transactional
    public void edit(ProposalId proposal, UUID post, long version, String text, Set<PersonId> mentions) {
        var own = own(proposal, post);
        own.requireVersion(version);
        requireParticipants(proposal, mentions);
        own.edit(text, mentions, clock);
        posts.save(own);
        changed(proposal);
    }

    /** Takes her own post back, for some minutes after posting; that there was one is still seen. */
    @PreAuthorize("@reviewAccess.seesReviews(#proposal)")
    @Transactional
    public void delete(ProposalId proposal, UUID post) {
        var own = own(proposal, post);
        own.delete(clock);
        posts.save(own);
        changed(proposal);
    }

    private DiscussionPost own(ProposalId proposal, UUID post) {
        return posts.findById(post)
                .filter(p -> p.proposal().equals(proposal)
                        && access.me().filter(p.author()::equals).isPresent())
                .orElseThrow(() -> Refusal.of("reviewing.post.foreign"));
    }

    private void requireParticipants(ProposalId proposal, Set<PersonId> mentions) {
        var all = participants(proposal).stream().map(Participant::person).collect(Collectors.toSet());
        if (!all.containsAll(mentions)) {
            throw Refusal.at("text", "reviewing.post.mention");
        }
    }

    private Post post(ResultSet row, Instant readTo, UnaryOperator<String> nameless) throws SQLException {
        var author = new PersonId(row.getObject(3, UUID.class));
        var at = row.getObject(6, OffsetDateTime.class).toInstant();
        var mine = access.me().filter(author::equals).isPresent();
        var deleted = row.getBoolean(8);
        return new Post(
                row.getObject(1, UUID.class),
                row.getLong(2),
                author,
                SqlNames.name(row, 9),
                nameless.apply(row.getString(4)),
                SqlNames.keys(row.getString(5)).stream().map(PersonId::new).collect(Collectors.toSet()),
                at,
                SqlNames.instant(row, 7),
                deleted,
                !mine && at.isAfter(readTo),
                mine && !deleted && !clock.instant().isAfter(at.plus(DiscussionPost.CHANGEABLE)));
    }

    private PersonId me() {
        return access.me().orElseThrow(() -> Refusal.of("reviewing.person.required"));
    }
}
