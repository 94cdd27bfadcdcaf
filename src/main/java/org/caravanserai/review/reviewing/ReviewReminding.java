package org.caravanserai.review.reviewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds reviewers by mail, three days and one day before reviews are due, of those that are missing: once each, with all
 * that is missing for a meeting in one mail. A due date that moves is a new one.
 */
@Service
@Internal
public class ReviewReminding {

    private static final int EARLY = 3;
    private static final int LATE = 1;

    private static final String DUE = " coalesce(a.due, plan.reviewing_until) ";

    private static final String STAGE = " (case when" + DUE + "<= :late then 1 else 3 end) ";

    private static final String MISSING =
            "select a.person, ac.email, pe.language, m.slug, m.name, m.zone, m.city, a.id,"
                    + DUE + "," + STAGE
                    + ", p.code," + ReviewSql.TITLE + "from review_assignment a join proposal p on p.id = a.proposal"
                    + ReviewSql.PLAN + """
             join meeting m on m.id = a.meeting join person pe on pe.id = a.person join account ac on ac.person = pe.id
             where a.state in ('ASSIGNED', 'ACCEPTED') and p.state in ('SUBMITTED', 'UNDER_REVIEW')
             and not ac.disabled and ac.verified_at is not null and
            """ + DUE + "> :now and" + DUE + "<= :early" + """
             and not exists (select 1 from review_conflict c where c.proposal = p.id and c.person = a.person
                             and c.standing)
             and not exists (select 1 from review_reminder told where told.assignment = a.id and told.due =
            """ + DUE
                    + "and told.days_before =" + STAGE + ") order by a.person, m.slug, 9, p.code";

    private final JdbcClient jdbc;
    private final ReviewMail mail;
    private final Clock clock;

    ReviewReminding(JdbcClient jdbc, ReviewMail mail, Clock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.clock = clock;
    }

    private record To(ReviewMail.Reader reader, ReviewMail.About about, int stage) {}

    private record Line(To to, UUID assignment, ReviewMail.Missing missing) {}

    /** Queues the reminders that are due, and tells how many. */
    @Internal
    @Transactional
    public int remind() {
        var now = clock.instant();
        var mails = new LinkedHashMap<To, List<ReviewMail.Missing>>();
        for (var line : missing(now)) {
            mails.computeIfAbsent(line.to(), to -> new ArrayList<>()).add(line.missing());
            jdbc.sql("insert into review_reminder (assignment, due, days_before, sent_at) values (?, ?, ?, ?)")
                    .params(
                            line.assignment(),
                            at(line.missing().due()),
                            line.to().stage(),
                            at(now))
                    .update();
        }
        mails.forEach((to, missing) -> mail.remind(to.reader(), to.about(), missing));
        return mails.size();
    }

    private List<Line> missing(Instant now) {
        return jdbc.sql(MISSING)
                .param("now", at(now))
                .param("late", at(now.plus(Duration.ofDays(LATE))))
                .param("early", at(now.plus(Duration.ofDays(EARLY))))
                .query((row, number) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new To(
                        new ReviewMail.Reader(
                                new PersonId(row.getObject(1, UUID.class)),
                                new EmailAddress(row.getString(2)),
                                Language.valueOf(row.getString(3))),
                        new ReviewMail.About(
                                row.getString(4),
                                LocalizedText.fromJson(row.getString(5)),
                                ZoneId.of(row.getString(6)),
                                LocalizedText.fromJson(row.getString(7))),
                        row.getInt(10)),
                row.getObject(8, UUID.class),
                new ReviewMail.Missing(
                        row.getString(11),
                        LocalizedText.fromJson(row.getString(12)),
                        row.getObject(9, OffsetDateTime.class).toInstant()));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
