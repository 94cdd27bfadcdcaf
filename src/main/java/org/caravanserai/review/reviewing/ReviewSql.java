package org.caravanserai.review.reviewing;

/**
 * The rules of secrecy as SQL, for every statement that lists proposals: each is said once, here. They speak of a proposal
 * {@code p} and, where they need it, of {@link #PLAN}.
 */
public final class ReviewSql {

    /** Joins, as {@code plan}, the plan of the proposal's session type or, without one, that of all types. */
    public static final String PLAN = """
             left join review_plan plan on plan.meeting = p.meeting and plan.session_type =
                 (case when exists (select 1 from review_plan own where own.meeting = p.meeting
                       and own.session_type = p.session_type) then p.session_type
                  else cast('00000000-0000-0000-0000-000000000000' as uuid) end)
            """;

    /** Whether a conflict hides the proposal from the person {@code :me}. */
    public static final String HIDDEN = """
             exists (select 1 from review_conflict rc where rc.proposal = p.id and rc.person = :me and rc.standing)
            """;

    /** Whether contributors are hidden from reviewers at the instant {@code :now}; needs {@link #PLAN}. */
    public static final String BLIND = """
             (plan.id is not null and 'DOUBLE' =
                 (case when plan.bidding_until is not null and plan.bidding_until >= :now then plan.blind_bidding
                       when plan.reviewing_until is null or plan.reviewing_until >= :now then plan.blind_reviewing
                       else plan.blind_discussion end))
            """;

    /** What {@link #BLIND} is where it does not matter, because a chair looks. */
    public static final String NOT_BLIND = " (1 = 0) ";

    /** The title as reviewers read it, as JSON; needs {@link #PLAN} and {@code :now}. */
    public static final String TITLE = veiled("title");

    /** The abstract as reviewers read it, as JSON; needs {@link #PLAN} and {@code :now}. */
    public static final String ABSTRACT = veiled("abstract_text");

    /** What reviewers find a proposal by, folded; needs {@link #PLAN} and {@code :now}. */
    public static final String SEARCH_KEY = veiled("search_key");

    /** The columns of a person {@code pe}'s name, as {@link SqlNames} reads them. */
    public static final String NAME =
            " pe.published, pe.family, pe.given, pe.name_order, pe.native_script, pe.kana, pe.patronymic ";

    /** The states of assignments that count. */
    public static final String LIVE = " ('ASSIGNED', 'ACCEPTED', 'SUBMITTED') ";

    private ReviewSql() {}

    /**
     * A column of a proposal as it was written, or as its redacted text says where reviewers may not learn whose it is.
     *
     * @param blind {@link #BLIND}, or {@link #NOT_BLIND} where a chair looks
     */
    public static String veiled(String column, String blind) {
        return " (case when" + blind + "then coalesce((select veiled." + column
                + " from redaction veiled where veiled.proposal = p.id), p." + column + ") else p." + column + " end) ";
    }

    private static String veiled(String column) {
        return veiled(column, BLIND);
    }
}
