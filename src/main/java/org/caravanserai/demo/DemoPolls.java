package org.caravanserai.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.caravanserai.gathering.poll.CandidateTime;
import org.caravanserai.gathering.poll.Choice;
import org.caravanserai.gathering.poll.PollAnswering;
import org.caravanserai.gathering.poll.PollContent;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.gathering.poll.Polls;
import org.caravanserai.gathering.poll.Showing;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Language;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Polls of the demonstration: one that waits for answers, one about days, one that was closed and a draft. */
@Component
@Profile("demo")
@Order(3)
class DemoPolls implements DemoPart {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final String ORGANISER = "madina.zhumabekova@example.org";
    private static final String RESEARCHER = "jun.ishikawa@example.org";
    private static final String REVIEWER = "shavkat.ergashev@example.org";
    private static final List<String> OTHERS = List.of(
            "junichi.sato@example.org",
            "kenji.ono@example.org",
            "mika.takahashi@example.org",
            "maki.ikeda@example.org");

    private final Accounts accounts;
    private final Polls polls;
    private final PollAnswering answering;
    private final PollReading reading;
    private final Clock clock;

    DemoPolls(Accounts accounts, Polls polls, PollAnswering answering, PollReading reading, Clock clock) {
        this.accounts = accounts;
        this.polls = polls;
        this.answering = answering;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public void load(Meeting made, Cast cast) {
        var meeting = made.id();
        var organiser = person(ORGANISER);
        var researcher = person(RESEARCHER);
        var reviewer = person(REVIEWER);
        var others = OTHERS.stream().map(this::person).toList();
        var steering = new ArrayList<>(others);
        steering.addAll(List.of(reviewer, researcher));

        var waiting = opened(
                organiser,
                content(
                                "Steering group: the session on the Aral Sea",
                                "Forty minutes on the order of the talks.",
                                ALMATY)
                        .of(meeting, "https://meet.example.org/aral", false),
                times(ALMATY, 10, 14, 11),
                steering);
        answer(waiting, others.get(0), "YNIY");
        answer(waiting, others.get(1), "YYNI");
        answer(waiting, others.get(2), "IYNN");
        answer(waiting, reviewer, "YYIY");

        var trip = opened(
                organiser,
                content("Field trip to the Aral Sea: which day to leave", "", ALMATY)
                        .of(meeting, "Kyzylorda, railway station", true),
                days(12),
                steering);
        answer(trip, others.get(0), "YYI");
        answer(trip, others.get(3), "NYY");
        answer(trip, researcher, "YYN");

        var dust = opened(
                researcher,
                content("Joint proposal on dust: first talk", "Bring one figure each.", TOKYO)
                        .of(meeting, "", false),
                times(TOKYO, 14, 15, 8),
                List.of(organiser, reviewer, others.get(1)));
        answer(dust, organiser, "NYIY");
        answer(dust, reviewer, "IYYN");
        answer(dust, others.get(1), "YYNY");
        DemoActing.as(researcher, () -> {
            var board = reading.organised(dust).orElseThrow();
            polls.close(board.id(), board.ranked().getFirst().key(), Optional.empty());
        });

        DemoActing.as(
                researcher,
                () -> polls.draft(
                        content("Reading group on groundwater", "", TOKYO).of(meeting, "", false),
                        times(TOKYO, 16, 17, 15),
                        List.of(others.get(2))));
    }

    /** What a poll is about, before it is said where it belongs. */
    private record About(String title, String text, ZoneId zone, LocalDate until) {

        PollContent of(MeetingId meeting, String place, boolean wholeDays) {
            return new PollContent(
                    title,
                    text,
                    Language.EN,
                    Optional.of(meeting),
                    place,
                    wholeDays,
                    60,
                    zone,
                    Optional.of(until.atTime(18, 0)),
                    Showing.NAMES);
        }
    }

    private About content(String title, String text, ZoneId zone) {
        return new About(title, text, zone, today(zone).plusDays(6));
    }

    private String opened(PersonId organiser, PollContent content, List<CandidateTime> times, List<PersonId> people) {
        return DemoActing.as(organiser, () -> {
            var code = polls.draft(content, times, people);
            polls.open(reading.organised(code).orElseThrow().id());
            return code;
        });
    }

    /** Answers as a person, with a letter for each candidate. */
    private void answer(String poll, PersonId person, String letters) {
        DemoActing.as(person, () -> {
            var sheet = answering.lookAsMe(poll).orElseThrow();
            var said = new HashMap<UUID, Choice>();
            for (int i = 0; i < letters.length(); i++) {
                said.put(
                        sheet.lines().get(i).key(),
                        switch (letters.charAt(i)) {
                            case 'Y' -> Choice.YES;
                            case 'I' -> Choice.IF_NEED_BE;
                            default -> Choice.NO;
                        });
            }
            answering.answerAsMe(sheet.poll(), said, "");
        });
    }

    private List<CandidateTime> times(ZoneId zone, int morning, int afternoon, int inDays) {
        var first = today(zone).plusDays(inDays);
        return IntStream.range(0, 4)
                .<CandidateTime>mapToObj(i -> new CandidateTime.Slot(
                        first.plusDays(i / 2)
                                .atTime(LocalTime.of(i % 2 == 0 ? morning : afternoon, 0))
                                .atZone(zone)
                                .toInstant(),
                        60))
                .toList();
    }

    private List<CandidateTime> days(int inDays) {
        return IntStream.range(0, 3)
                .<CandidateTime>mapToObj(
                        i -> new CandidateTime.WholeDay(today(ALMATY).plusDays(inDays + i)))
                .toList();
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private PersonId person(String email) {
        return accounts.findByEmail(email).map(Account::person).orElseThrow();
    }
}
