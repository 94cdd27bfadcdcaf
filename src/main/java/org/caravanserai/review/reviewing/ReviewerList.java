package org.caravanserai.review.reviewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Folding;
import org.caravanserai.text.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of a meeting's reviewers as those who lead the reviewing read it. What it counts leaves out proposals that a
 * conflict of interest hides from whoever reads.
 */
@Service
public class ReviewerList {

    /** Leaves out, at the end of a condition, proposals that a conflict hides from whoever reads. */
    private static final String SEEN = """
             and not exists (select 1 from review_conflict h where h.proposal = x.proposal and h.person = :me
                             and h.standing)
            """;

    private static final String ROWS =
            """
            select r.person, r.version, r.state, r.senior, r.topics, r.languages, r.least_load, r.most_load,
                   pe.affiliation, pe.country, pe.orcid, length(r.works) > 0,
                   (select count(*) from review_bid x where x.meeting = r.meeting and x.person = r.person
            """ + SEEN + """
                   ), (select count(distinct x.proposal) from review_conflict x
                    where x.meeting = r.meeting and x.person = r.person and x.standing
            """ + SEEN + """
                   ), (select count(*) from review_assignment x where x.meeting = r.meeting and x.person = r.person
                    and x.state in
            """ + ReviewSql.LIVE + SEEN + "), a.email," + ReviewSql.NAME + """
                   , coalesce(r.most_load, (select base.most_load from review_plan base where base.meeting = r.meeting
                   and base.session_type = cast('00000000-0000-0000-0000-000000000000' as uuid)), 12)
             from reviewer r join person pe on pe.id = r.person left join account a on a.person = r.person
             where r.meeting = :meeting
            """;

    private static final String ORDER = " order by lower(pe.published), r.id";

    private final ReviewerOffice office;
    private final HiddenProposals hidden;
    private final JdbcClient jdbc;

    ReviewerList(ReviewerOffice office, HiddenProposals hidden, JdbcClient jdbc) {
        this.office = office;
        this.hidden = hidden;
        this.jdbc = jdbc;
    }

    /**
     * A reviewer as the committee's list shows her.
     *
     * @param version to be given back with a change
     * @param topics how well she knows topics, by key
     * @param languages the languages that she can judge in, as BCP 47 tags
     * @param leastLoad her own bound; empty for the plan's
     * @param mostLoad her own bound; empty for the plan's
     * @param country ISO 3166-1 alpha-2; may be empty
     * @param orcid empty if she has none
     * @param hasWorks whether she has told of her own works
     * @param bids on how many proposals she has bid
     * @param conflicts how many proposals are hidden from her
     * @param assigned how many she reviews
     * @param email empty for who has no account
     * @param limit how many she reviews at most, as she or the plan says
     */
    public record Row(
            PersonId person,
            long version,
            PersonName name,
            ReviewerState state,
            boolean senior,
            Map<UUID, Integer> topics,
            Set<String> languages,
            OptionalInt leastLoad,
            OptionalInt mostLoad,
            String affiliation,
            String country,
            Side side,
            String orcid,
            boolean hasWorks,
            int bids,
            int conflicts,
            int assigned,
            String email,
            int limit) {}

    /** Everybody on the list, by name, whatever their state; one statement. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public List<Row> list(MeetingId meeting) {
        office.enterThoseInOffice(meeting);
        return jdbc.sql(ROWS + ORDER)
                .param("meeting", meeting.value())
                .param("me", hidden.me())
                .query((row, number) -> row(row))
                .list();
    }

    /**
     * Which reviewers a list shows; what is empty narrows nothing.
     *
     * @param words words of the name, in any script and spelling
     * @param topic the key of a topic that she knows
     * @param language a language that she can judge in, as BCP 47 tag
     */
    public record Filter(
            String words,
            Optional<UUID> topic,
            Optional<String> language,
            Optional<Side> side,
            Optional<ReviewerState> state) {

        /** Everybody. */
        public static final Filter ALL =
                new Filter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A page of the list, by name; one statement beside the entering of those in office. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public List<Row> find(MeetingId meeting, Filter filter, int offset, int limit) {
        office.enterThoseInOffice(meeting);
        return narrowed(ROWS, ORDER + " limit :limit offset :offset", meeting, filter)
                .param("me", hidden.me())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row(row))
                .list();
    }

    /** How many reviewers {@link #find} has in all. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public int count(MeetingId meeting, Filter filter) {
        office.enterThoseInOffice(meeting);
        return narrowed(
                        "select count(*) from reviewer r join person pe on pe.id = r.person where r.meeting = :meeting",
                        "",
                        meeting,
                        filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec narrowed(String from, String order, MeetingId meeting, Filter filter) {
        var sql = new StringBuilder(from);
        var parameters = new HashMap<String, Object>();
        parameters.put("meeting", meeting.value());
        filter.topic().ifPresent(topic -> {
            sql.append(" and r.topics like :topic");
            parameters.put("topic", "%" + topic + "%");
        });
        filter.language().ifPresent(language -> {
            sql.append(" and concat(',', r.languages, ',') like :language");
            parameters.put("language", "%," + language + ",%");
        });
        filter.side().ifPresent(side -> {
            sql.append(
                    side == Side.ELSEWHERE ? " and pe.country not in (:countries)" : " and pe.country in (:countries)");
            parameters.put("countries", side == Side.ELSEWHERE ? Side.EITHER : side.countries());
        });
        filter.state().ifPresent(state -> {
            sql.append(" and r.state = :state");
            parameters.put("state", state.name());
        });
        int number = 0;
        for (var word : Folding.fold(filter.words()).split(" ")) {
            if (!word.isEmpty()) {
                sql.append(" and pe.search_key like :word").append(number);
                parameters.put("word" + number++, "%" + word + "%");
            }
        }
        return jdbc.sql(sql.append(order).toString()).params(parameters);
    }

    private static Row row(ResultSet row) throws SQLException {
        var languages = row.getString(6);
        var email = row.getString(16);
        return new Row(
                new PersonId(row.getObject(1, UUID.class)),
                row.getLong(2),
                SqlNames.name(row, 17),
                ReviewerState.valueOf(row.getString(3)),
                row.getBoolean(4),
                TopicStrengthsConverter.read(row.getString(5)),
                languages.isEmpty() ? Set.of() : Set.of(languages.split(",")),
                SqlNames.number(row, 7),
                SqlNames.number(row, 8),
                row.getString(9),
                row.getString(10),
                Side.of(row.getString(10)),
                row.getString(11),
                row.getBoolean(12),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                Optional.ofNullable(email).orElse(""),
                row.getInt(24));
    }
}
