package org.caravanserai.search.index;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Arrival;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which proposals of committees the acting person may find, and by what: as the committee's own list has it. What a
 * conflict of interest hides is not found at all; where reviewers may not learn whose a proposal is, they find it by the
 * text that they read and never by its people.
 */
@Component
class SearchRights {

    private static final String STANDING = """
            select 'CONFLICT', rc.proposal, rc.proposal, (1 = 0) from review_conflict rc
             where rc.person = :me and rc.standing
            union all
            select 'PLAN', plan.meeting, plan.session_type, """ + ReviewSql.BLIND + """
             from review_plan plan where plan.meeting in (:reviews)
            union all
            select 'COLLEAGUE', p.id, p.id, """ + ReviewSql.BLIND + """
             from review_assignment a join proposal p on p.id = a.proposal
            """ + ReviewSql.PLAN
            + " where a.sub_reviewer = :me and a.state in" + ReviewSql.LIVE;

    private final JdbcClient jdbc;
    private final Access access;
    private final HiddenProposals hidden;
    private final Arrival arrival;

    SearchRights(JdbcClient jdbc, Access access, HiddenProposals hidden, Arrival arrival) {
        this.jdbc = jdbc;
        this.access = access;
        this.hidden = hidden;
        this.arrival = arrival;
    }

    /**
     * What a person may find.
     *
     * @param leads the meetings in which she is an organiser or track chair
     * @param reviews those in which she is a reviewer and neither of these
     * @param conflicts the proposals that are hidden from her
     * @param blind for each meeting that she reviews for, the session types of which a plan speaks and whether it is
     *     double-blind now; {@link ReviewPlan#ALL_TYPES} stands for the others
     * @param colleague the proposals that she writes a review of for somebody, and whether that is double-blind now
     */
    record Rights(
            UUID me,
            Set<UUID> leads,
            Set<UUID> reviews,
            Set<UUID> conflicts,
            Map<UUID, Map<UUID, Boolean>> blind,
            Map<UUID, Boolean> colleague) {

        /** Whether she finds a proposal only by what reviewers read who may not learn whose it is. */
        boolean isVeiled(UUID proposal, UUID meeting, UUID type) {
            if (leads.contains(meeting)) {
                return false;
            }
            if (reviews.contains(meeting)) {
                var plans = blind.getOrDefault(meeting, Map.of());
                return plans.getOrDefault(type, plans.getOrDefault(ReviewPlan.ALL_TYPES, false));
            }
            return colleague.getOrDefault(proposal, true);
        }

        /** Those that she may find, either by everything or only by what is veiled. */
        Query filter(boolean veiled) {
            var any = new BooleanQuery.Builder();
            if (!veiled) {
                any.add(among(Documents.MEETING, leads), Occur.SHOULD);
            }
            for (var meeting : reviews) {
                any.add(reviewed(meeting, veiled), Occur.SHOULD);
            }
            var others = new HashSet<UUID>();
            colleague.forEach((proposal, isBlind) -> {
                if (isBlind == veiled) {
                    others.add(proposal);
                }
            });
            any.add(
                    new BooleanQuery.Builder()
                            .add(among(Documents.KEY, others), Occur.MUST)
                            .add(among(Documents.MEETING, leads), Occur.MUST_NOT)
                            .add(among(Documents.MEETING, reviews), Occur.MUST_NOT)
                            .build(),
                    Occur.SHOULD);
            return new BooleanQuery.Builder()
                    .add(any.build(), Occur.MUST)
                    .add(among(Documents.KEY, conflicts), Occur.MUST_NOT)
                    .add(new TermQuery(new Term(Documents.STATE, "DRAFT")), Occur.MUST_NOT)
                    .add(new TermQuery(new Term(Documents.OWN, me.toString())), Occur.MUST_NOT)
                    .build();
        }

        private Query reviewed(UUID meeting, boolean veiled) {
            var plans = blind.getOrDefault(meeting, Map.of());
            var usual = plans.getOrDefault(ReviewPlan.ALL_TYPES, false) == veiled;
            var exceptions = new HashSet<UUID>();
            plans.forEach((type, isBlind) -> {
                if (!type.equals(ReviewPlan.ALL_TYPES) && (isBlind == veiled) != usual) {
                    exceptions.add(type);
                }
            });
            var those = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Documents.MEETING, meeting.toString())), Occur.MUST);
            return those.add(among(Documents.TYPE, exceptions), usual ? Occur.MUST_NOT : Occur.MUST)
                    .build();
        }
    }

    /** What the acting person may find, in one statement. */
    Rights mine() {
        var leads = new HashSet<>(access.meetingsAs(Role.ORGANISER));
        leads.addAll(access.meetingsAs(Role.CHAIR));
        var reviews = new HashSet<>(access.meetingsAs(Role.REVIEWER));
        reviews.removeAll(leads);
        var conflicts = new HashSet<UUID>();
        var blind = new HashMap<UUID, Map<UUID, Boolean>>();
        var colleague = new HashMap<UUID, Boolean>();
        jdbc.sql(STANDING)
                .param("me", hidden.me())
                .param("reviews", orNone(reviews))
                .param("now", arrival.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var key = row.getObject(2, UUID.class);
                    switch (row.getString(1)) {
                        case "CONFLICT" -> conflicts.add(key);
                        case "PLAN" ->
                            blind.computeIfAbsent(key, k -> new HashMap<>())
                                    .put(row.getObject(3, UUID.class), row.getBoolean(4));
                        default -> colleague.put(key, row.getBoolean(4));
                    }
                });
        return new Rights(hidden.me(), leads, reviews, conflicts, blind, colleague);
    }

    /** A list for SQL, which knows no empty one. */
    static Collection<UUID> orNone(Collection<UUID> keys) {
        return keys.isEmpty() ? Set.of(ReviewPlan.ALL_TYPES) : keys;
    }

    private static Query among(String field, Set<UUID> keys) {
        return new TermInSetQuery(
                field, keys.stream().map(key -> new BytesRef(key.toString())).toList());
    }
}
