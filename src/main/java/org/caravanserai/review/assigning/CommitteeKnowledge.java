package org.caravanserai.review.assigning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.affinity.Affinities;
import org.caravanserai.review.affinity.Expertise;
import org.caravanserai.review.affinity.Matter;
import org.caravanserai.review.assigning.KnownCommittee.KnownProposal;
import org.caravanserai.review.assigning.KnownCommittee.KnownReviewer;
import org.caravanserai.review.reviewing.ReviewSql;
import org.caravanserai.review.reviewing.Reviewer;
import org.caravanserai.review.reviewing.Side;
import org.caravanserai.review.reviewing.SqlNames;
import org.caravanserai.text.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a meeting's proposals are about and what its reviewers know, and compares them. Comparing takes time, so the
 * last comparisons are kept until a proposal, a reviewer or a plan has changed, which one statement tells.
 */
@Component
class CommitteeKnowledge {

    private static final int MOST_KEPT = 4;
    private static final int USUAL_WANTED = 3;
    private static final int USUAL_MOST = 12;

    private static final String STAMP = """
            select (select count(*) from proposal p where p.meeting = :meeting and p.state <> 'DRAFT'),
                   (select sum(p.version) from proposal p where p.meeting = :meeting and p.state <> 'DRAFT'),
                   (select count(*) from reviewer r where r.meeting = :meeting),
                   (select sum(r.version + pe.version) from reviewer r join person pe on pe.id = r.person
                    where r.meeting = :meeting),
                   (select count(*) from review_plan q where q.meeting = :meeting),
                   (select sum(q.version) from review_plan q where q.meeting = :meeting),
                   (select sum(v.version + 1) from redaction v join proposal p on p.id = v.proposal
                    where p.meeting = :meeting)
            """;

    private static final String PROPOSALS = """
            select p.id, p.code, coalesce(veiled.title, p.title), coalesce(veiled.abstract_text, p.abstract_text), p.topics, p.talk_language, p.session_type,
                   coalesce(plan.wanted, :usual) from proposal p
            """ + ReviewSql.PLAN + """
             left join redaction veiled on veiled.proposal = p.id
             where p.meeting = :meeting and p.state in ('SUBMITTED', 'UNDER_REVIEW', 'REVISING') order by p.code, p.id
            """;

    private static final String REVIEWERS = """
            select r.person, r.senior, r.topics, r.languages, coalesce(r.least_load, base.least_load, 0),
                   coalesce(r.most_load, base.most_load, :usual), r.works, pe.country,
            """ + ReviewSql.NAME + """
             from reviewer r join person pe on pe.id = r.person
             left join review_plan base on base.meeting = r.meeting
                  and base.session_type = cast('00000000-0000-0000-0000-000000000000' as uuid)
             where r.meeting = :meeting and r.state = 'ACCEPTED' order by lower(pe.published), r.id
            """;

    private final JdbcClient jdbc;
    private final Cache<MeetingId, Stamped> kept = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(Duration.ofMinutes(15))
            .build();

    CommitteeKnowledge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Stamped(List<Long> stamp, KnownCommittee known) {}

    /** What is known now; in a transaction. */
    KnownCommittee of(MeetingId meeting) {
        var stamp = jdbc.sql(STAMP)
                .param("meeting", meeting.value())
                .query((row, number) -> List.of(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)))
                .single();
        var before = kept.getIfPresent(meeting);
        if (before != null && before.stamp().equals(stamp)) {
            return before.known();
        }
        var known = read(meeting);
        kept.put(meeting, new Stamped(stamp, known));
        return known;
    }

    private KnownCommittee read(MeetingId meeting) {
        var matters = new ArrayList<Matter>();
        var proposals = jdbc.sql(PROPOSALS)
                .param("meeting", meeting.value())
                .param("usual", USUAL_WANTED)
                .query((row, number) -> {
                    var proposal = proposal(row);
                    matters.add(new Matter(
                            proposal.work().title(),
                            LocalizedText.fromJson(row.getString(4)),
                            proposal.topics(),
                            proposal.talkLanguage()));
                    return proposal;
                })
                .list();
        var experts = new ArrayList<Expertise>();
        var reviewers = jdbc.sql(REVIEWERS)
                .param("meeting", meeting.value())
                .param("usual", USUAL_MOST)
                .query((row, number) -> {
                    var reviewer = reviewer(row);
                    experts.add(
                            new Expertise(strengths(row.getString(3)), reviewer.languages(), works(row.getString(7))));
                    return reviewer;
                })
                .list();
        var proposalNumbers = new HashMap<UUID, Integer>();
        for (int i = 0; i < proposals.size(); i++) {
            proposalNumbers.put(proposals.get(i).work().proposal().value(), i);
        }
        var reviewerNumbers = new HashMap<UUID, Integer>();
        for (int i = 0; i < reviewers.size(); i++) {
            reviewerNumbers.put(reviewers.get(i).person().value(), i);
        }
        return new KnownCommittee(
                proposals, reviewers, proposalNumbers, reviewerNumbers, Affinities.between(matters, experts));
    }

    private static KnownProposal proposal(ResultSet row) throws SQLException {
        return new KnownProposal(
                new ProposalWork(
                        new ProposalId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        LocalizedText.fromJson(row.getString(3))),
                SqlNames.keys(row.getString(5)),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getInt(8));
    }

    private static KnownReviewer reviewer(ResultSet row) throws SQLException {
        var languages = row.getString(4);
        var most = row.getInt(6);
        return new KnownReviewer(
                new PersonId(row.getObject(1, UUID.class)),
                SqlNames.name(row, 9),
                row.getBoolean(2),
                Side.of(row.getString(8)),
                languages.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(languages.split(","))),
                Math.min(row.getInt(5), most),
                most);
    }

    private static Map<UUID, Double> strengths(String json) {
        var strengths = new HashMap<UUID, Double>();
        SqlNames.strengths(json)
                .forEach((topic, strength) -> strengths.put(topic, (double) strength / Reviewer.STRONGEST));
        return strengths;
    }

    /** Works are pasted one after the other, with an empty line between. */
    private static List<String> works(String pasted) {
        return Arrays.stream(pasted.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(work -> !work.isEmpty())
                .toList();
    }
}
