package org.caravanserai.gathering.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes polls, asks people and finds their links, for tests. */
@Component
public class Polling {

    public static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private final Polls polls;
    private final PollInviting inviting;
    private final PollReading reading;
    private final JdbcClient jdbc;
    private final Clock clock;

    Polling(Polls polls, PollInviting inviting, PollReading reading, JdbcClient jdbc, Clock clock) {
        this.polls = polls;
        this.inviting = inviting;
        this.reading = reading;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A draft with times on the next days at ten in Almaty. */
    public PollBoard draft(Person organiser, int times) {
        return draft(organiser, content(Showing.NAMES, false), times);
    }

    /** A draft with days or times of what is asked. */
    public PollBoard draft(Person organiser, PollContent content, int times) {
        var candidates = new ArrayList<CandidateTime>();
        var first = LocalDate.ofInstant(clock.instant(), ALMATY).plusDays(10);
        for (int i = 0; i < times; i++) {
            var day = first.plusDays(i);
            candidates.add(
                    content.wholeDays()
                            ? new CandidateTime.WholeDay(day)
                            : new CandidateTime.Slot(
                                    day.atTime(10, 0).atZone(ALMATY).toInstant(), 60));
        }
        return Acting.as(
                organiser.id(),
                () -> reading.organised(polls.draft(content, candidates, List.of()))
                        .orElseThrow());
    }

    /** What is asked: times or days, until in five days. */
    public PollContent content(Showing showing, boolean wholeDays) {
        return new PollContent(
                "Salt and dust " + Ids.code(),
                "Where we stand",
                Language.EN,
                Optional.empty(),
                "https://meet.example.org/salt",
                wholeDays,
                60,
                ALMATY,
                Optional.of(LocalDateTime.ofInstant(
                        clock.instant().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.HOURS), ALMATY)),
                showing);
    }

    /** Asks somebody by mail, in a poll of this organiser. */
    public void invite(PollBoard poll, Person organiser, String name, EmailAddress email) {
        Acting.as(organiser.id(), () -> inviting.invite(poll.id(), name, Optional.of(email), Language.EN));
    }

    /** Opens a poll of this organiser's. */
    public void open(PollBoard poll, Person organiser) {
        Acting.as(organiser.id(), () -> polls.open(poll.id()));
    }

    /** The poll as it stands now. */
    public PollBoard now(PollBoard poll, Person organiser) {
        return Acting.as(organiser.id(), () -> reading.organised(poll.code()).orElseThrow());
    }

    /** An address that nobody else has. */
    public EmailAddress address() {
        return new EmailAddress(Ids.code() + "@elsewhere.example");
    }

    /** The secret of the link in the last message to an address. */
    public String secret(EmailAddress to) {
        var link = jdbc.sql("select action_address from outbox_message where recipient = :to order by id desc limit 1")
                .param("to", to.value())
                .query(String.class)
                .single();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** How many messages of a kind an address has got. */
    public int mails(EmailAddress to, String kind) {
        return jdbc.sql("select count(*) from outbox_message where recipient = :to and kind = :kind")
                .param("to", to.value())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    /** How many messages of any kind an address has got. */
    public int mails(EmailAddress to) {
        return jdbc.sql("select count(*) from outbox_message where recipient = :to")
                .param("to", to.value())
                .query(Integer.class)
                .single();
    }

    /** What the last message to an address says. */
    public String lastText(EmailAddress to) {
        return jdbc.sql("select text_body from outbox_message where recipient = :to order by id desc limit 1")
                .param("to", to.value())
                .query(String.class)
                .single()
                .replaceAll("\\s+", " ");
    }

    /** The moment at which a candidate begins. */
    public static Instant start(Ranking.Entry candidate) {
        return ((CandidateTime.Slot) candidate.time()).start();
    }
}
