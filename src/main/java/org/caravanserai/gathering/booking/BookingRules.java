package org.caravanserai.gathering.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caravanserai.gathering.finding.DaySpan;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;

/**
 * How a person may be booked.
 *
 * @param open whether she may be booked at all
 * @param intro what one may come for
 * @param place where one meets; told to those who have a slot
 * @param minutes how long a slot is
 * @param pause how many minutes stay free between two slots, and beside whatever else she does
 * @param dayLimit how many slots of one day may be taken
 * @param noticeHours how many hours ahead one books at the latest
 * @param horizonDays how many days ahead one books at the earliest
 * @param approval whether she agrees to each booking herself
 * @param questions what is asked of whoever books
 * @param week when she may be booked, by weekday
 * @param days single days on which other hours count than those of the week; none for a day without any
 */
public record BookingRules(
        boolean open,
        String intro,
        String place,
        int minutes,
        int pause,
        int dayLimit,
        int noticeHours,
        int horizonDays,
        boolean approval,
        List<String> questions,
        Map<DayOfWeek, List<DaySpan>> week,
        Map<LocalDate, List<DaySpan>> days) {

    /** The longest words about what one may come for. */
    public static final int LONGEST_INTRO = 2_000;

    /** The longest place. */
    public static final int LONGEST_PLACE = 500;

    /** The most questions. */
    public static final int MOST_QUESTIONS = 5;

    /** The longest question. */
    public static final int LONGEST_QUESTION = 200;

    /** The longest answer: all of them fit with their questions into what an appointment is for. */
    public static final int LONGEST_ANSWER = 590;

    /** The most stretches of one day. */
    public static final int MOST_SPANS = 4;

    /** The most single days. */
    public static final int MOST_DAYS = 60;

    private static final int MOST_MINUTES = 240;
    private static final int MOST_A_DAY = 40;
    private static final int LONGEST_NOTICE = 24 * 30;
    private static final int LONGEST_HORIZON = 90;

    /**
     * Rules.
     *
     * @throws Refusal if something is too long, too much or makes no sense, each reason at its field
     */
    public BookingRules {
        intro = Clean.lines(intro);
        place = Clean.line(place);
        questions =
                questions.stream().map(Clean::line).filter(q -> !q.isEmpty()).toList();
        var problems = new ArrayList<Refusal.Problem>();
        check(problems, intro.length() <= LONGEST_INTRO, "intro", "booking.long", LONGEST_INTRO);
        check(problems, place.length() <= LONGEST_PLACE, "place", "booking.long", LONGEST_PLACE);
        check(problems, minutes >= 5 && minutes <= MOST_MINUTES, "minutes", "booking.range", 5, MOST_MINUTES);
        check(problems, pause >= 0 && pause <= MOST_MINUTES, "pause", "booking.range", 0, MOST_MINUTES);
        check(problems, dayLimit >= 1 && dayLimit <= MOST_A_DAY, "dayLimit", "booking.range", 1, MOST_A_DAY);
        check(
                problems,
                noticeHours >= 0 && noticeHours <= LONGEST_NOTICE,
                "notice",
                "booking.range",
                0,
                LONGEST_NOTICE);
        check(
                problems,
                horizonDays >= 1 && horizonDays <= LONGEST_HORIZON,
                "horizon",
                "booking.range",
                1,
                LONGEST_HORIZON);
        check(problems, questions.size() <= MOST_QUESTIONS, "questions", "booking.questions.many", MOST_QUESTIONS);
        check(
                problems,
                questions.stream().allMatch(q -> q.length() <= LONGEST_QUESTION),
                "questions",
                "booking.long",
                LONGEST_QUESTION);
        check(
                problems,
                week.values().stream().allMatch(BookingRules::apart)
                        && days.values().stream().allMatch(BookingRules::apart),
                "week",
                "booking.spans.overlap",
                MOST_SPANS);
        check(problems, days.size() <= MOST_DAYS, "days", "booking.days.many", MOST_DAYS);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        week = Map.copyOf(week);
        days = Map.copyOf(days);
    }

    /** What stands there before a person has written anything: nothing can be booked. */
    public static BookingRules blank() {
        return new BookingRules(false, "", "", 30, 0, 4, 24, 28, false, List.of(), Map.of(), Map.of());
    }

    /** The hours of a day that is no holiday, or that was named by itself. */
    List<DaySpan> on(LocalDate day, boolean holiday) {
        var single = days.get(day);
        return single != null ? single : holiday ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    String weekText() {
        var texts = new ArrayList<String>();
        for (var day : DayOfWeek.values()) {
            texts.add(text(week.getOrDefault(day, List.of())));
        }
        return String.join(";", texts);
    }

    String daysText() {
        var texts = new ArrayList<String>();
        new TreeMap<>(days).forEach((day, spans) -> texts.add(day + "=" + text(spans)));
        return String.join(";", texts);
    }

    static Map<DayOfWeek, List<DaySpan>> parseWeek(String text) {
        var week = new TreeMap<DayOfWeek, List<DaySpan>>();
        var parts = text.split(";", -1);
        for (int i = 0; i < parts.length; i++) {
            var spans = spans(parts[i]);
            if (!spans.isEmpty()) {
                week.put(DayOfWeek.of(i + 1), spans);
            }
        }
        return week;
    }

    static Map<LocalDate, List<DaySpan>> parseDays(String text) {
        var days = new TreeMap<LocalDate, List<DaySpan>>();
        for (var part : text.split(";", -1)) {
            if (!part.isEmpty()) {
                days.put(LocalDate.parse(part.substring(0, 10)), spans(part.substring(11)));
            }
        }
        return days;
    }

    private static String text(List<DaySpan> spans) {
        return String.join(",", spans.stream().sorted().map(DaySpan::text).toList());
    }

    private static List<DaySpan> spans(String text) {
        var spans = new ArrayList<DaySpan>();
        for (var part : text.split(",", -1)) {
            if (!part.isEmpty()) {
                spans.add(DaySpan.parse(part));
            }
        }
        return spans;
    }

    private static boolean apart(List<DaySpan> spans) {
        var sorted = spans.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).meets(sorted.get(i - 1))) {
                return false;
            }
        }
        return spans.size() <= MOST_SPANS;
    }

    private static void check(
            List<Refusal.Problem> problems, boolean right, String field, String key, Object... arguments) {
        if (!right) {
            problems.add(Refusal.Problem.at(field, key, arguments));
        }
    }
}
