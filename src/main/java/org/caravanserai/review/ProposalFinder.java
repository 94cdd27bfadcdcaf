package org.caravanserai.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.platform.Arrival;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.review.reviewing.ReviewSql;
import org.caravanserai.text.Folding;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the proposals of a meeting for its committee: one statement for a page and one for the counts, whatever the number
 * of rows. Drafts are their authors' own and are never found; nor is what a conflict of interest hides. Where the review is
 * double-blind, reviewers find no proposal by its people.
 */
@Service
public class ProposalFinder {

    private static final int MOST_WORDS = 8;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String COLUMNS = """
            select p.id, p.code, {title}, p.state, p.topics, p.session_type, p.minutes, p.talk_language,
                   p.submitted_at, pr.published, pr.family, pr.given, pr.name_order, pr.native_script, pr.kana,
                   pr.patronymic, pr.affiliation, pr.country,
                   (select count(*) from contributor c where c.proposal = p.id), d.verdict,
            """;

    /** Without the proposer where the review is double-blind, so that nothing can be shown, sought or sorted by her. */
    private static final String FROM = """
             from proposal p
            """ + ReviewSql.PLAN + """
             left join person pr on pr.id = p.proposer and not {blind}
             left join decision d on d.pending_proposal = p.id
             where p.meeting = :meeting and p.state <> 'DRAFT' and not
            """ + ReviewSql.HIDDEN;

    private final JdbcClient jdbc;
    private final Access access;
    private final HiddenProposals hidden;
    private final Arrival arrival;

    ProposalFinder(JdbcClient jdbc, Access access, HiddenProposals hidden, Arrival arrival) {
        this.jdbc = jdbc;
        this.access = access;
        this.hidden = hidden;
        this.arrival = arrival;
    }

    /**
     * A page of proposals.
     *
     * @param offset how many come before it
     * @param limit how many it has at most
     */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR', 'REVIEWER')")
    @Transactional(readOnly = true)
    public List<ProposalRow> find(
            MeetingId meeting, ProposalFilter filter, ProposalOrder order, boolean descending, int offset, int limit) {
        return rows(
                meeting,
                filter,
                title -> " order by " + order.column().replace("p.title", title) + (descending ? " desc" : " asc")
                        + " nulls last, p.id limit :limit offset :offset",
                Map.of("limit", limit, "offset", offset));
    }

    /**
     * The proposals after one of them, or from the first on, in the order in which they were begun: one that is handed in
     * between two pages comes into neither twice.
     */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR', 'REVIEWER')")
    @Transactional(readOnly = true)
    public List<ProposalRow> after(MeetingId meeting, ProposalFilter filter, Optional<UUID> last, int limit) {
        return rows(
                meeting,
                filter,
                title -> " and p.id > :last order by p.id limit :limit",
                Map.of("last", last.orElse(BEFORE_ALL), "limit", limit));
    }

    /**
     * Rows in the order, and from the place on, that the end of the statement says.
     *
     * @param end made from the title's expression, which is another where it is veiled
     */
    private List<ProposalRow> rows(
            MeetingId meeting, ProposalFilter filter, UnaryOperator<String> end, Map<String, Object> more) {
        var parameters = new HashMap<>(more);
        var committee = access.in(meeting.value(), "ORGANISER", "CHAIR");
        var blind = blind(committee);
        var title = ReviewSql.veiled("title", blind);
        var sql = COLUMNS.replace("{title}", title)
                + blind
                + FROM.replace("{blind}", blind)
                + where(meeting, filter, blind, parameters)
                + end.apply(title);
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> row(row, committee))
                .list();
    }

    /** How many proposals a filter leaves, in all, by state, by main topic and by country. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR', 'REVIEWER')")
    @Transactional(readOnly = true)
    public ProposalCounts count(MeetingId meeting, ProposalFilter filter) {
        var parameters = new HashMap<String, Object>();
        var byState = new EnumMap<ProposalState, Integer>(ProposalState.class);
        var byTopic = new LinkedHashMap<UUID, Integer>();
        var byCountry = new TreeMap<String, Integer>();
        var blind = blind(access.in(meeting.value(), "ORGANISER", "CHAIR"));
        var counts = jdbc.sql("select p.state, substring(p.topics, 1, 36), pr.country, count(*)"
                        + FROM.replace("{blind}", blind) + where(meeting, filter, blind, parameters)
                        + " group by p.state, substring(p.topics, 1, 36), pr.country")
                .params(parameters)
                .query((row, number) -> {
                    var count = row.getInt(4);
                    byState.merge(ProposalState.valueOf(row.getString(1)), count, Integer::sum);
                    if (!row.getString(2).isEmpty()) {
                        byTopic.merge(UUID.fromString(row.getString(2)), count, Integer::sum);
                    }
                    byCountry.merge(Objects.requireNonNullElse(row.getString(3), ""), count, Integer::sum);
                    return count;
                })
                .list();
        return new ProposalCounts(counts.stream().mapToInt(Integer::intValue).sum(), byState, byTopic, byCountry);
    }

    private static String blind(boolean committee) {
        return committee ? ReviewSql.NOT_BLIND : ReviewSql.BLIND;
    }

    private String where(MeetingId meeting, ProposalFilter filter, String blind, Map<String, Object> parameters) {
        parameters.put("meeting", meeting.value());
        parameters.put("me", hidden.me());
        parameters.put("now", arrival.instant().atOffset(ZoneOffset.UTC));
        var where = new StringBuilder();
        if (!filter.states().isEmpty()) {
            where.append(" and p.state in (:states)");
            parameters.put("states", filter.states().stream().map(Enum::name).toList());
        }
        if (!filter.types().isEmpty()) {
            where.append(" and p.session_type in (:types)");
            parameters.put("types", filter.types());
        }
        if (!filter.countries().isEmpty()) {
            where.append(" and pr.country in (:countries)");
            parameters.put("countries", filter.countries());
        }
        if (!filter.languages().isEmpty()) {
            where.append(" and p.talk_language in (:languages)");
            parameters.put("languages", filter.languages());
        }
        if (!filter.topics().isEmpty()) {
            var any = new StringBuilder();
            int number = 0;
            for (var topic : filter.topics()) {
                any.append(any.isEmpty() ? "" : " or ")
                        .append("p.topics like :topic")
                        .append(number);
                parameters.put("topic" + number++, "%" + topic + "%");
            }
            where.append(" and (").append(any).append(")");
        }
        int number = 0;
        for (var word : Folding.fold(filter.words()).split(" ")) {
            if (!word.isEmpty() && number < MOST_WORDS) {
                var name = ":word" + number;
                where.append(" and (")
                        .append(ReviewSql.veiled("search_key", blind))
                        .append("like ")
                        .append(name)
                        .append(" or pr.search_key like ")
                        .append(name)
                        .append(" or (not ")
                        .append(blind)
                        .append(" and exists (select 1 from contributor wc join person wp on wp.id = wc.person")
                        .append(" where wc.proposal = p.id and wp.search_key like ")
                        .append(name)
                        .append(")))");
                parameters.put("word" + number++, "%" + word + "%");
            }
        }
        return where.toString();
    }

    private static ProposalRow row(ResultSet row, boolean committee) throws SQLException {
        @Nullable OffsetDateTime submitted = row.getObject(9, OffsetDateTime.class);
        @Nullable String pending = row.getString(20);
        var topics = row.getString(5);
        var blind = row.getBoolean(21);
        return new ProposalRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                LocalizedText.fromJson(row.getString(3)),
                ProposalState.valueOf(row.getString(4)),
                topics.isEmpty()
                        ? List.of()
                        : Arrays.stream(topics.split(",")).map(UUID::fromString).toList(),
                row.getObject(6, UUID.class),
                row.getInt(7),
                row.getString(8),
                Optional.ofNullable(submitted).map(OffsetDateTime::toInstant),
                blind,
                blind ? PersonName.published("") : name(row),
                blind ? "" : row.getString(17),
                blind ? "" : row.getString(18),
                blind ? 0 : row.getInt(19),
                committee ? Optional.ofNullable(pending).map(Verdict::valueOf) : Optional.empty());
    }

    private static PersonName name(ResultSet row) throws SQLException {
        return new PersonName(
                row.getString(10),
                row.getString(11),
                row.getString(12),
                PersonName.Order.valueOf(row.getString(13)),
                row.getString(14),
                row.getString(15),
                row.getString(16));
    }
}
