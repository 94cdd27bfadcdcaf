package org.caravanserai.review.reviewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
 * Tells those who take part in discussions by mail what is new to them: one mail to a person in half an hour, about all
 * discussions together. Reviewers hear of everything about what they review once they may see it; those who lead hear of
 * discussions in which they have written or are called on. What somebody has read, or its author has taken back, is not
 * told.
 */
@Service
@Internal
public class DiscussionMailing {

    /** The shortest time between two mails to one person. */
    public static final Duration QUIET = Duration.ofMinutes(30);

    /** For how long a post waits to be told, so that what is taken back at once is never told. */
    static final Duration SETTLING = Duration.ofMinutes(1);

    private static final Duration OLDEST = Duration.ofDays(2);

    private static final String CALLED = " d.mentions like '%' || cast(pe.id as varchar(36)) || '%' ";

    private static final String NEW = """
             join person pe on pe.id = who.person join account ac on ac.person = pe.id
             join meeting m on m.id = p.meeting
             left join discussion_mark k on k.proposal = p.id and k.person = pe.id
             left join discussion_mail t on t.person = pe.id
             where not d.deleted and d.posted_at > :oldest and d.posted_at <= :settled and d.author <> pe.id
             and not ac.disabled and ac.verified_at is not null
             and (k.read_upto is null or d.posted_at > k.read_upto)
             and (t.person is null or (d.posted_at > t.told_upto and t.mailed_at <= :quiet))
             and not exists (select 1 from review_conflict c where c.proposal = p.id and c.person = pe.id and c.standing)
            """;

    private static final String COLUMNS =
            "select pe.id, ac.email, pe.language, d.id, d.posted_at, p.id, p.code, {title}, m.slug, case when" + CALLED
                    + "then 1 else 0 end from discussion_post d join proposal p on p.id = d.proposal";

    private static final String REVIEWERS =
            COLUMNS.replace("{title}", ReviewSql.TITLE) + ReviewSql.PLAN + """
             join review_assignment who on who.proposal = p.id and who.state in
            """ + ReviewSql.LIVE + NEW + """
             and (plan.others_visible = 'ALWAYS' or ((plan.id is null or plan.others_visible = 'AFTER_OWN')
                  and exists (select 1 from review r where r.assignment = who.id)))
             and exists (select 1 from role_grant g where g.meeting = p.meeting and g.person = pe.id
                         and g.role = 'REVIEWER')
            """;

    private static final String LEADING = COLUMNS.replace("{title}", "p.title") + """
             join (select distinct g.meeting, g.person from role_grant g where g.role in ('ORGANISER', 'CHAIR')) who
             on who.meeting = p.meeting
            """ + NEW + " and (" + CALLED + """
             or exists (select 1 from discussion_post own where own.proposal = p.id and own.author = pe.id))
            """;

    private final JdbcClient jdbc;
    private final ReviewMail mail;
    private final Clock clock;

    DiscussionMailing(JdbcClient jdbc, ReviewMail mail, Clock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.clock = clock;
    }

    private record Line(
            ReviewMail.Reader reader,
            UUID post,
            Instant at,
            UUID proposal,
            String code,
            LocalizedText title,
            String slug,
            boolean mentioned) {}

    /** Queues the mails that are due, and tells how many. */
    @Internal
    @Transactional
    public int tell() {
        var now = clock.instant();
        var byReader = new LinkedHashMap<ReviewMail.Reader, LinkedHashMap<UUID, Line>>();
        for (var line : lines(now)) {
            byReader.computeIfAbsent(line.reader(), r -> new LinkedHashMap<>()).put(line.post(), line);
        }
        byReader.forEach((reader, posts) -> {
            mail.discussed(reader, news(posts.values().stream().toList()));
            var upTo = posts.values().stream()
                    .map(Line::at)
                    .max(Instant::compareTo)
                    .orElse(now);
            told(reader.person(), upTo, now);
        });
        return byReader.size();
    }

    private List<Line> lines(Instant now) {
        // By person, so that of two runs at once none waits for the other in a circle.
        return jdbc.sql(REVIEWERS + " union " + LEADING + " order by 1, 5, 4")
                .param("now", at(now))
                .param("oldest", at(now.minus(OLDEST)))
                .param("settled", at(now.minus(SETTLING)))
                .param("quiet", at(now.minus(QUIET)))
                .query((row, number) -> line(row))
                .list();
    }

    private static List<ReviewMail.News> news(List<Line> lines) {
        var byProposal = new LinkedHashMap<UUID, ReviewMail.News>();
        for (var line : lines) {
            byProposal.merge(
                    line.proposal(),
                    new ReviewMail.News(line.slug(), line.code(), line.title(), 1, line.mentioned()),
                    (one, more) -> new ReviewMail.News(
                            one.slug(),
                            one.code(),
                            one.title(),
                            one.posts() + more.posts(),
                            one.mentioned() || more.mentioned()));
        }
        return List.copyOf(byProposal.values());
    }

    private void told(PersonId person, Instant upTo, Instant now) {
        var changed = jdbc.sql("update discussion_mail set told_upto = ?, mailed_at = ? where person = ?")
                .params(at(upTo), at(now), person.value())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into discussion_mail (told_upto, mailed_at, person) values (?, ?, ?)")
                    .params(at(upTo), at(now), person.value())
                    .update();
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new ReviewMail.Reader(
                        new PersonId(row.getObject(1, UUID.class)),
                        new EmailAddress(row.getString(2)),
                        Language.valueOf(row.getString(3))),
                row.getObject(4, UUID.class),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, UUID.class),
                row.getString(7),
                LocalizedText.fromJson(row.getString(8)),
                row.getString(9),
                row.getInt(10) == 1);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
