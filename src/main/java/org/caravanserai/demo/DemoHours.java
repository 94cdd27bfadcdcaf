package org.caravanserai.demo;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravanserai.gathering.booking.BookingDesk;
import org.caravanserai.gathering.booking.BookingRules;
import org.caravanserai.gathering.booking.MyOfficeHours;
import org.caravanserai.gathering.finding.Break;
import org.caravanserai.gathering.finding.DaySpan;
import org.caravanserai.gathering.finding.DaySpans;
import org.caravanserai.gathering.finding.Hours;
import org.caravanserai.gathering.finding.MyHours;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.BeforeOpening;
import org.caravanserai.text.Language;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hours of some people of the demonstration, and office hours that others have booked. */
@Component
@Profile("demo")
@Order(2)
class DemoHours implements BeforeOpening {

    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final Accounts accounts;
    private final MyHours hours;
    private final MyOfficeHours officeHours;
    private final BookingDesk desk;

    DemoHours(Accounts accounts, MyHours hours, MyOfficeHours officeHours, BookingDesk desk) {
        this.accounts = accounts;
        this.hours = hours;
        this.officeHours = officeHours;
        this.desk = desk;
    }

    @Override
    public void prepare() {
        accounts.findByEmail("madina.zhumabekova@example.org")
                .map(Account::person)
                .ifPresent(organiser -> {
                    if (DemoActing.as(organiser, officeHours::read).code().isEmpty()) {
                        load(organiser);
                    }
                });
    }

    private void load(PersonId organiser) {
        var researcher = person("jun.ishikawa@example.org");
        var reviewer = person("shavkat.ergashev@example.org");
        var sato = person("junichi.sato@example.org");
        write(
                reviewer,
                DaySpan.hours(9, 18),
                new Break(Break.Kind.LUNCH, DaySpan.hours(13, 14), WEEK),
                new Break(Break.Kind.PRAYER, DaySpan.hours(12, 13), Set.of(DayOfWeek.FRIDAY)));
        write(sato, DaySpan.hours(10, 19), new Break(Break.Kind.LUNCH, DaySpan.hours(12, 13), WEEK));
        write(researcher, DaySpan.hours(8, 17), new Break(Break.Kind.LUNCH, DaySpan.hours(12, 13), WEEK));

        var code = open(
                organiser,
                true,
                "Questions about the meeting: letters, rooms, travel. Please come with one question.",
                "https://meet.example.org/astana-2027",
                Map.of(DayOfWeek.TUESDAY, "10:00–12:00", DayOfWeek.THURSDAY, "14:00–16:30"),
                List.of("What is it about?", "Which session do you belong to?"));
        book(code, researcher, "Asia/Tokyo", "The letter for my visa", "Dust and health");
        book(code, reviewer, "Asia/Tashkent", "Interpreting in the session on canals", "Water without borders");
        book(
                open(
                        researcher,
                        false,
                        "",
                        "Room 304, Graduate School of Agriculture",
                        Map.of(DayOfWeek.WEDNESDAY, "13:00–16:00"),
                        List.of("What would you like to talk about?")),
                organiser,
                "Asia/Almaty",
                "Your talk on the opening day");
    }

    private void write(PersonId person, DaySpan day, Break... breaks) {
        var working = new EnumMap<DayOfWeek, DaySpan>(DayOfWeek.class);
        WEEK.forEach(each -> working.put(each, day));
        DemoActing.as(person, () -> hours.keep(0, new Hours(working, List.of(breaks), new DaySpan(450, 1_290))));
    }

    private String open(
            PersonId person,
            boolean approval,
            String intro,
            String place,
            Map<DayOfWeek, String> week,
            List<String> questions) {
        var spans = new EnumMap<DayOfWeek, List<DaySpan>>(DayOfWeek.class);
        week.forEach((day, text) -> spans.put(day, DaySpans.read(text)));
        return DemoActing.as(person, () -> {
            officeHours.keep(
                    0, new BookingRules(true, intro, place, 30, 0, 4, 24, 28, approval, questions, spans, Map.of()));
            return officeHours.read().code();
        });
    }

    private void book(String code, PersonId visitor, String zone, String... answers) {
        desk.page(code).stream()
                .flatMap(shown -> shown.slots().stream())
                .findFirst()
                .ifPresent(slot -> DemoActing.as(
                        visitor,
                        () -> desk.take(
                                code,
                                new BookingDesk.Asked(
                                        slot.start(), "", "", Language.EN, ZoneId.of(zone), List.of(answers)),
                                "127.0.0.1")));
    }

    private PersonId person(String email) {
        return accounts.findByEmail(email).map(Account::person).orElseThrow();
    }
}
