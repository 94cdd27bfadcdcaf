package org.caravanserai.review.room;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.review.reviewing.ReviewSql;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words that those who decide mark proposals with. Contributors and reviewers never see them. */
@Service
public class ProposalTags {

    /** No tags. */
    public static final SortedSet<String> NONE = Collections.emptySortedSet();

    /** The most characters of a tag. */
    public static final int LONGEST = 40;

    private static final int MOST = 5_000;

    private static final String OF_MEETING = "select t.proposal, t.label from proposal_tag t join proposal p"
            + " on p.id = t.proposal where t.meeting = :meeting and not" + ReviewSql.HIDDEN;

    private static final String HELD = "select p.id from proposal p where p.meeting = :meeting and p.id in (:keys)"
            + " and p.state <> 'DRAFT' and not" + ReviewSql.HIDDEN + " order by p.id for update";

    private final StoredTags stored;
    private final HiddenProposals hidden;
    private final JdbcClient jdbc;

    ProposalTags(StoredTags stored, HiddenProposals hidden, JdbcClient jdbc) {
        this.stored = stored;
        this.hidden = hidden;
        this.jdbc = jdbc;
    }

    /** The tags of a meeting by the keys of proposals, without what a conflict of interest hides; one statement. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public Map<UUID, SortedSet<String>> of(MeetingId meeting) {
        var tags = new HashMap<UUID, SortedSet<String>>();
        jdbc.sql(OF_MEETING)
                .param("meeting", meeting.value())
                .param("me", hidden.me())
                .query(row -> {
                    tags.computeIfAbsent(row.getObject(1, UUID.class), p -> new TreeSet<>())
                            .add(row.getString(2));
                });
        return tags;
    }

    /**
     * Marks proposals; those that have the tag already keep it.
     *
     * @return those that did not have it
     * @throws Refusal if the tag is empty or too long, or there are too many proposals
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public List<UUID> mark(MeetingId meeting, Collection<UUID> proposals, String tag) {
        var label = Clean.line(tag).strip();
        if (label.isEmpty() || label.length() > LONGEST) {
            throw Refusal.at("tag", "room.tag.length", LONGEST);
        }
        var fresh = new HashSet<>(hold(meeting, proposals));
        if (fresh.isEmpty()) {
            return List.of();
        }
        marked(meeting, fresh, label).forEach(t -> fresh.remove(t.proposal()));
        stored.saveAll(fresh.stream()
                .map(p -> new ProposalTag(meeting, new ProposalId(p), label))
                .toList());
        return List.copyOf(fresh);
    }

    /**
     * Takes a tag off proposals.
     *
     * @return those that had it
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public List<UUID> unmark(MeetingId meeting, Collection<UUID> proposals, String tag) {
        var held = hold(meeting, proposals);
        if (held.isEmpty()) {
            return List.of();
        }
        var gone = marked(meeting, held, Clean.line(tag).strip());
        stored.deleteAll(gone);
        return gone.stream().map(ProposalTag::proposal).toList();
    }

    private List<ProposalTag> marked(MeetingId meeting, Collection<UUID> proposals, String label) {
        return stored.findByMeetingAndLabelAndProposalIn(meeting.value(), label, proposals);
    }

    /** Held until the transaction ends, so that two who mark the same do not collide. */
    private List<UUID> hold(MeetingId meeting, Collection<UUID> proposals) {
        if (proposals.size() > MOST) {
            throw Refusal.of("review.many", MOST);
        }
        return proposals.isEmpty()
                ? List.of()
                : jdbc.sql(HELD)
                        .param("meeting", meeting.value())
                        .param("keys", proposals.stream().collect(Collectors.toSet()))
                        .param("me", hidden.me())
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list();
    }
}
