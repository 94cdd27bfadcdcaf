package org.caravanserai.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RRule;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;

/** What repeats keeps its time of day in its own zone, whatever clocks do elsewhere, and calendars get the same days. */
class RecurrenceTest {

    private static final List<String> ZONES = List.of(
            "Asia/Almaty",
            "Asia/Tokyo",
            "Asia/Bishkek",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Santiago",
            "Africa/Casablanca");
    private static final int CASES = 2_000;

    private final TestClock clock = new TestClock();

    @Test
    void everySecondTuesdayIsTwoWeeksApart() {
        var rule = new Recurrence(2, Set.of(DayOfWeek.TUESDAY), new Recurrence.After(4));
        assertThat(rule.from(LocalDate.of(2027, 3, 2)))
                .containsExactly(
                        LocalDate.of(2027, 3, 2),
                        LocalDate.of(2027, 3, 16),
                        LocalDate.of(2027, 3, 30),
                        LocalDate.of(2027, 4, 13));
    }

    @Test
    void aFridayAndAMondayAreOfWeeksThatBeginOnMonday() {
        var rule = new Recurrence(
                2, Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), new Recurrence.On(LocalDate.of(2027, 3, 19)));
        assertThat(rule.from(LocalDate.of(2027, 3, 5)))
                .containsExactly(LocalDate.of(2027, 3, 5), LocalDate.of(2027, 3, 15), LocalDate.of(2027, 3, 19));
    }

    @Test
    void fourteenInAstanaStaysFourteenThereAndMovesInBerlin() {
        var appointment = appointment(
                ZonedDateTime.of(2027, 3, 23, 14, 0, 0, 0, ZoneId.of("Asia/Almaty")),
                new Recurrence(1, Set.of(DayOfWeek.TUESDAY), new Recurrence.After(3)));
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(appointment.occurrences(List.of()))
                .extracting(o -> o.time().start().atZone(berlin).toLocalTime())
                .containsExactly(LocalTime.of(10, 0), LocalTime.of(11, 0), LocalTime.of(11, 0));
    }

    @Test
    void whatCannotRepeatIsRefused() {
        var monday = Set.of(DayOfWeek.MONDAY);
        assertThatThrownBy(() -> new Recurrence(1, Set.of(), new Recurrence.After(3)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Recurrence(0, monday, new Recurrence.After(3)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Recurrence(1, monday, new Recurrence.After(1)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Recurrence(1, monday, new Recurrence.After(3)).from(LocalDate.of(2027, 3, 2)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Recurrence(1, monday, new Recurrence.On(LocalDate.of(2027, 3, 2)))
                        .from(LocalDate.of(2027, 3, 1)))
                .isInstanceOf(Refusal.class);
        assertThat(new Recurrence(1, monday, new Recurrence.On(LocalDate.MAX)).from(LocalDate.of(2027, 3, 1)))
                .hasSize(Recurrence.MOST);
    }

    @Test
    void inAnyZoneTheTimeOfDayStaysAndCalendarsGetTheSameDays() throws Exception {
        var random = new Random(20_270_608);
        for (int i = 0; i < CASES; i++) {
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            var first = LocalDateTime.of(
                            LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700)),
                            LocalTime.of(random.nextInt(24), random.nextInt(4) * 15))
                    .atZone(zone);
            var days = EnumSet.of(first.getDayOfWeek());
            for (var day : DayOfWeek.values()) {
                if (random.nextInt(4) == 0) {
                    days.add(day);
                }
            }
            var rule = new Recurrence(1 + random.nextInt(4), days, new Recurrence.After(2 + random.nextInt(30)));
            var appointment = appointment(first, rule);

            var times = appointment.occurrences(List.of());

            assertThat(Recurrence.of(rule.stored())).contains(rule);
            assertThat(appointment.endsAt()).isEqualTo(times.getLast().time().end());
            for (var time : times) {
                var local = time.time().local();
                var gap = zone.getRules().getTransition(time.day().atTime(first.toLocalTime()));
                assertThat(days).contains(time.day().getDayOfWeek());
                if (gap == null || !gap.isGap()) {
                    assertThat(local.toLocalTime()).isEqualTo(first.toLocalTime());
                    assertThat(local.toLocalDate()).isEqualTo(time.day());
                }
            }
            if (i % 20 == 0) {
                assertThat(inCalendar(appointment, first))
                        .isEqualTo(times.stream().map(Occurrence::day).toList());
            }
        }
    }

    @Test
    void oneThatWasMovedAndOneThatWasCancelledAreToldByTheirOwnDay() throws Exception {
        var first = ZonedDateTime.of(2027, 3, 2, 14, 0, 0, 0, ZoneId.of("Asia/Almaty"));
        var appointment = appointment(first, new Recurrence(1, Set.of(DayOfWeek.TUESDAY), new Recurrence.After(4)));
        var moved = new OccurrenceChange(appointment.id(), LocalDate.of(2027, 3, 9));
        moved.move(new AppointmentTime(first.plusDays(8).toInstant(), Duration.ofMinutes(30), first.getZone()));
        var cancelled = new OccurrenceChange(appointment.id(), LocalDate.of(2027, 3, 16));
        cancelled.cancel();
        var times = appointment.occurrences(List.of(moved, cancelled));

        assertThat(times)
                .extracting(Occurrence::state)
                .containsExactly(
                        Occurrence.State.REGULAR,
                        Occurrence.State.MOVED,
                        Occurrence.State.CANCELLED,
                        Occurrence.State.REGULAR);
        var events = parsed(AppointmentCalendar.write(AppointmentCalendar.Telling.ASKED, appointment, times, sheet()));
        assertThat(events).hasSize(2);
        assertThat(events.getFirst().getRequiredProperty(Property.EXDATE).getValue())
                .isEqualTo("20270316T140000");
        assertThat(events.getLast().getRequiredProperty(Property.RECURRENCE_ID).getValue())
                .isEqualTo("20270309T140000");
        assertThat(events.getLast().getRequiredProperty(Property.DTSTART).getValue())
                .isEqualTo("20270310T140000");
        assertThat(parsed(AppointmentCalendar.publish(appointment, times, sheet())))
                .as("the same as a file that she fetches herself")
                .hasSize(2)
                .noneMatch(event -> event.getProperty(Property.ATTENDEE).isPresent());
        var alone = parsed(AppointmentCalendar.write(
                AppointmentCalendar.Telling.CALLED_OFF, appointment, List.of(times.get(2)), sheet()));
        assertThat(alone).hasSize(1);
        assertThat(alone.getFirst().getRequiredProperty(Property.RECURRENCE_ID).getValue())
                .isEqualTo("20270316T140000");
        assertThat(alone.getFirst().getProperty(Property.RRULE)).isEmpty();
    }

    private List<LocalDate> inCalendar(Appointment appointment, ZonedDateTime first) throws Exception {
        var event = parsed(AppointmentCalendar.write(
                        AppointmentCalendar.Telling.ASKED, appointment, appointment.occurrences(List.of()), sheet()))
                .getFirst();
        RRule<LocalDateTime> rule =
                event.<RRule<LocalDateTime>>getProperty(Property.RRULE).orElseThrow();
        var start = first.toLocalDateTime();
        return rule.getRecur().getDates(start, start, start.plusYears(10)).stream()
                .map(LocalDateTime::toLocalDate)
                .toList();
    }

    private static List<VEvent> parsed(byte[] file) throws Exception {
        return Itip.events(file);
    }

    private AppointmentCalendar.Sheet sheet() {
        return new AppointmentCalendar.Sheet(
                new EmailAddress("calendar@example.org"),
                "SATO Junichi",
                URI.create("mailto:guest@example.org"),
                "Guest",
                true,
                Answer.OPEN,
                "",
                "",
                Optional.empty(),
                Instant.EPOCH);
    }

    private Appointment appointment(ZonedDateTime first, Recurrence rule) {
        var content = new NewAppointment(
                Optional.empty(),
                "Working group",
                "",
                Language.EN,
                new Place.Undecided(),
                new AppointmentTime(first.toInstant(), Duration.ofHours(1), first.getZone()),
                List.of());
        var appointment = new Appointment(new PersonId(UUID.randomUUID()), content, clock);
        appointment.write(content, Optional.of(rule));
        return appointment;
    }
}
