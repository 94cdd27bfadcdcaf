package org.caravanserai.review.reviewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All proposals of a meeting as those see them who decide, in two statements whatever their number. The score of a review
 * is the mean of its criteria by their weights, each brought to the range from 0 to 1; a criterion that is removed, or that
 * a review leaves out, does not count.
 */
@Service
public class DecisionRoom {

    private static final String PROPOSALS = """
            select p.id, p.code, p.title, p.state, p.topics, p.session_type, p.talk_language, pe.country, pe.affiliation,
                   pe.institution, coalesce(plan.wanted, 3),
                   (select count(*) from review_assignment a where a.proposal = p.id and a.state in
            """ + ReviewSql.LIVE + """
                   ),
                   (select count(*) from discussion_post d where d.proposal = p.id and not d.deleted),
                   (select count(*) from discussion_post d where d.proposal = p.id and not d.deleted
                    and d.author <> :me and d.posted_at > coalesce((select max(k.read_upto) from discussion_mark k
                        where k.proposal = p.id and k.person = :me), timestamp with time zone '1970-01-01 00:00:00+00')),
                   (select count(*) from rebuttal b where b.proposal = p.id), dec.verdict,
                   not exists (select 1 from contributor ec join proposal ep on ep.id = ec.proposal
                        where ec.person = p.proposer and ep.meeting <> p.meeting and ep.state = 'CONFIRMED'),
            """ + ReviewSql.NAME + """
             from proposal p join person pe on pe.id = p.proposer
             left join decision dec on dec.pending_proposal = p.id
            """ + ReviewSql.PLAN
            + " where p.meeting = :meeting and p.state <> 'DRAFT' and not" + ReviewSql.HIDDEN
            + " order by p.code, p.id";

    private static final String REVIEWS = """
            select r.proposal, r.person, r.recommendation, r.confidence,
                   (select sum(k.weight * (s.score - k.scale_from) / cast(k.scale_to - k.scale_from as double precision))
                           / nullif(cast(sum(k.weight) as double precision), 0)
                    from review_score s join review_criterion k on k.id = s.criterion and not k.removed
                    where s.review = r.id)
            from review r join review_assignment a on a.id = r.assignment and a.state in
            """ + ReviewSql.LIVE + """
             join proposal p on p.id = r.proposal
             where r.meeting = :meeting and not
            """ + ReviewSql.HIDDEN;

    private final Access access;
    private final JdbcClient jdbc;

    DecisionRoom(Access access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * A proposal with what its reviews come to.
     *
     * @param topics the topics' keys, the main one first
     * @param country the proposer's country; may be empty
     * @param affiliation where the proposer works; may be empty
     * @param firstTime whether the proposer had nothing confirmed at another meeting
     * @param mean the mean of the reviews' scores, from 0 to 1; empty without scores
     * @param weightedMean the mean by the reviewers' confidence
     * @param spread the standard deviation of the scores (of the reviews as the whole population)
     * @param corrected the score with the leniency of reviewers taken out, see {@link Leniency}; may lie a little outside
     *     0 to 1
     * @param recommendations how many reviews advise what
     * @param wanted how many reviews the plan asks for
     * @param assigned how many reviewers it is given to
     * @param reviews how many reviews are in, without those that could not judge
     * @param missing how many are wanted and not in
     * @param posts how many posts its discussion has
     * @param unread how many of them are new to the acting person
     * @param rebuttal whether its contributors have answered
     * @param pending the name of the verdict that waits to be sent
     */
    public record Row(
            ProposalId proposal,
            String code,
            LocalizedText title,
            ProposalState state,
            List<UUID> topics,
            UUID sessionType,
            String talkLanguage,
            PersonName proposer,
            String country,
            String affiliation,
            Optional<UUID> institution,
            boolean firstTime,
            OptionalDouble mean,
            OptionalDouble weightedMean,
            OptionalDouble spread,
            OptionalDouble corrected,
            Map<Recommendation, Integer> recommendations,
            int wanted,
            int assigned,
            int reviews,
            int missing,
            int posts,
            int unread,
            boolean rebuttal,
            Optional<String> pending) {}

    private record Reviewed(
            UUID proposal, UUID person, Recommendation recommendation, int confidence, OptionalDouble score) {}

    /** All proposals that are not hidden from her, by code. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public List<Row> rows(MeetingId meeting) {
        var me = access.me().map(PersonId::value).orElse(ReviewPlan.ALL_TYPES);
        var reviewed = reviewed(meeting, me);
        var reviews = new HashMap<UUID, List<Reviewed>>();
        reviewed.forEach(r ->
                reviews.computeIfAbsent(r.proposal(), p -> new ArrayList<>()).add(r));
        var worth = Leniency.correct(given(reviewed)).worth();
        return jdbc.sql(PROPOSALS)
                .param("meeting", meeting.value())
                .param("me", me)
                .query((row, number) -> row(row, reviews, worth))
                .list();
    }

    /** The scores of the reviews that are in, from 0 to 1, of all proposals that are not hidden from her; one statement. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public List<Leniency.Given> scores(MeetingId meeting) {
        return given(reviewed(meeting, access.me().map(PersonId::value).orElse(ReviewPlan.ALL_TYPES)));
    }

    private List<Reviewed> reviewed(MeetingId meeting, UUID me) {
        return jdbc.sql(REVIEWS)
                .param("meeting", meeting.value())
                .param("me", me)
                .query((row, number) -> reviewed(row))
                .list();
    }

    private static List<Leniency.Given> given(List<Reviewed> reviews) {
        return reviews.stream()
                .flatMap(r -> r.score().stream().mapToObj(s -> new Leniency.Given(r.proposal(), r.person(), s)))
                .toList();
    }

    private static Reviewed reviewed(ResultSet row) throws SQLException {
        var score = row.getDouble(5);
        return new Reviewed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Recommendation.valueOf(row.getString(3)),
                row.getInt(4),
                row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(score));
    }

    private static Row row(ResultSet row, Map<UUID, List<Reviewed>> reviews, Map<UUID, Double> worth)
            throws SQLException {
        var proposal = row.getObject(1, UUID.class);
        var of = reviews.getOrDefault(proposal, List.of());
        var recommendations = new EnumMap<Recommendation, Integer>(Recommendation.class);
        of.forEach(r -> recommendations.merge(r.recommendation(), 1, Integer::sum));
        var in = (int) of.stream()
                .filter(r -> r.recommendation() != Recommendation.UNABLE)
                .count();
        var wanted = row.getInt(11);
        var corrected = Optional.ofNullable(worth.get(proposal));
        return new Row(
                new ProposalId(proposal),
                row.getString(2),
                LocalizedText.fromJson(row.getString(3)),
                ProposalState.valueOf(row.getString(4)),
                SqlNames.keys(row.getString(5)),
                row.getObject(6, UUID.class),
                row.getString(7),
                SqlNames.name(row, 18),
                row.getString(8),
                row.getString(9),
                SqlNames.key(row, 10),
                row.getBoolean(17),
                mean(of, false),
                mean(of, true),
                spread(of),
                corrected.isPresent() ? OptionalDouble.of(corrected.get()) : OptionalDouble.empty(),
                recommendations,
                wanted,
                row.getInt(12),
                in,
                Math.max(0, wanted - in),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15) > 0,
                Optional.ofNullable(row.getString(16)));
    }

    private static OptionalDouble mean(List<Reviewed> reviews, boolean byConfidence) {
        double sum = 0;
        double weights = 0;
        for (var review : reviews) {
            if (review.score().isPresent()) {
                var weight = byConfidence ? Math.max(1, review.confidence()) : 1;
                sum += weight * review.score().getAsDouble();
                weights += weight;
            }
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights);
    }

    private static OptionalDouble spread(List<Reviewed> reviews) {
        var mean = mean(reviews, false);
        if (mean.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.sqrt(reviews.stream()
                .flatMapToDouble(r -> r.score().stream())
                .map(s -> (s - mean.getAsDouble()) * (s - mean.getAsDouble()))
                .average()
                .orElse(0)));
    }
}
