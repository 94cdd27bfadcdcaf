package org.caravanserai.demo;

import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.gathering.Answer;
import org.caravanserai.gathering.AppointmentAnswers;
import org.caravanserai.gathering.AppointmentDrafting;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Invitee;
import org.caravanserai.gathering.NewAppointment;
import org.caravanserai.gathering.OccurrenceChanging;
import org.caravanserai.gathering.Place;
import org.caravanserai.gathering.Recurrence;
import org.caravanserai.gathering.notes.NotesDeciding;
import org.caravanserai.gathering.notes.SharedNotes;
import org.caravanserai.gathering.notes.TextEdit;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Language;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Appointments of the demonstration's people in every state, made by themselves around the day on which it starts. */
@Component
@Profile("demo")
@Order(2)
class DemoAppointments implements DemoPart {

    private static final ZoneId ASTANA = ZoneId.of("Asia/Almaty");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Appointments appointments;
    private final AppointmentAnswers answers;
    private final OccurrenceChanging changing;
    private final AppointmentDrafting drafting;
    private final SharedNotes notes;
    private final NotesDeciding deciding;
    private final Accounts accounts;
    private final Clock clock;

    DemoAppointments(
            Appointments appointments,
            AppointmentAnswers answers,
            OccurrenceChanging changing,
            AppointmentDrafting drafting,
            SharedNotes notes,
            NotesDeciding deciding,
            Accounts accounts,
            Clock clock) {
        this.appointments = appointments;
        this.answers = answers;
        this.changing = changing;
        this.drafting = drafting;
        this.notes = notes;
        this.deciding = deciding;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Makes them. */
    @Override
    public void load(Meeting made, Cast cast) {
        var meeting = made.id();
        var ishikawa = person("jun.ishikawa@example.org");
        var ergashev = person("shavkat.ergashev@example.org");
        var madina = person("madina.zhumabekova@example.org");
        var video = new Place.OnVideo(URI.create("https://meet.example.org/caravanserai-aral-dust"));

        DemoActing.as(
                ergashev,
                () -> appointments.propose(appointment(
                        meeting,
                        "Dust sources on the dry sea bed: who measures where",
                        "We both plan campaigns for next spring. Let us agree on sites, so that our stations complement each"
                                + " other.",
                        video,
                        at(9, LocalTime.of(14, 0), ASTANA),
                        Invitee.asked(ishikawa),
                        new Invitee.ByMail(
                                "Ren TAKAGI",
                                new EmailAddress("ren.takagi@example.org"),
                                Language.JA,
                                false,
                                Answer.OPEN))));
        var agreed = DemoActing.as(
                ishikawa,
                () -> appointments.propose(appointment(
                        meeting,
                        "Exchange of students between Tsukuba and Tashkent",
                        "Three places a year, and what each side pays.",
                        video,
                        at(12, LocalTime.of(17, 0), TOKYO),
                        Invitee.asked(ergashev))));
        DemoActing.as(ergashev, () -> answers.answer(agreed, Answer.YES, "Gladly. I bring our dean's letter."));
        var moved = DemoActing.as(
                madina,
                () -> appointments.propose(appointment(
                        meeting,
                        "Plan of the poster evening",
                        "",
                        new Place.At("Organisers' office, second floor"),
                        at(16, LocalTime.of(11, 0), ASTANA),
                        Invitee.asked(ishikawa))));
        DemoActing.as(ishikawa, () -> answers.answer(moved, Answer.YES, ""));
        DemoActing.as(
                madina,
                () -> appointments.reschedule(
                        moved,
                        appointment(
                                meeting,
                                "Plan of the poster evening",
                                "",
                                new Place.At("Organisers' office, second floor"),
                                at(17, LocalTime.of(12, 30), ASTANA))));
        var cancelled = DemoActing.as(
                ishikawa,
                () -> appointments.propose(appointment(
                        meeting,
                        "Visit to the isotope laboratory",
                        "",
                        new Place.Undecided(),
                        at(20, LocalTime.of(10, 0), TOKYO),
                        Invitee.asked(ergashev))));
        DemoActing.as(ishikawa, () -> appointments.cancel(cancelled));
        var held = appointments.agree(
                appointment(
                        meeting,
                        "First talk about shared data",
                        "",
                        video,
                        at(-5, LocalTime.of(15, 0), ASTANA),
                        Invitee.agreed(ergashev)),
                ishikawa);
        appointments.hold();
        writeTogether(held, ishikawa, ergashev);
        DemoActing.as(ishikawa, () -> {
            var draft = drafting.begin(TOKYO, Language.EN);
            drafting.write(
                    draft,
                    appointment(
                            meeting,
                            "A joint proposal to SATREPS?",
                            "To be thought through before I send it.",
                            new Place.Undecided(),
                            at(25, LocalTime.of(10, 0), TOKYO)),
                    Optional.empty());
        });
        workingGroup(meeting, ishikawa, ergashev);
    }

    /** What the two wrote down and decided when they met. */
    private void writeTogether(AppointmentId held, PersonId one, PersonId other) {
        var day = DemoActing.as(one, () -> notes.days(held)).getFirst();
        var begun = "Tsukuba has lidar from 2019 on, every ten minutes; Tashkent has samples from four stations.\n";
        DemoActing.as(one, () -> {
            var edit = new TextEdit(List.of(new TextEdit.Step.Insert(begun)));
            notes.take(held, day, new SharedNotes.Sent(UUID.randomUUID(), 1, 0, edit));
            deciding.add(
                    held,
                    day,
                    new NotesDeciding.Content(
                            "One table of both series, in one format, goes to everybody who measured.",
                            Optional.of(deciding.doers(held).getFirst().key()),
                            Optional.of(day.plusWeeks(3))));
        });
        DemoActing.as(other, () -> {
            var edit = new TextEdit(List.of(
                    new TextEdit.Step.Keep(begun.length()),
                    new TextEdit.Step.Insert(
                            "Both use other names for the same stations: a list of them comes first.")));
            notes.take(held, day, new SharedNotes.Sent(UUID.randomUUID(), 1, 1, edit));
            deciding.add(
                    held,
                    day,
                    new NotesDeciding.Content(
                            "Nobody publishes from the table alone.", Optional.empty(), Optional.empty()));
        });
    }

    /** Every second week at two in Astana, of which one is moved and one does not take place. */
    private void workingGroup(MeetingId meeting, PersonId organiser, PersonId other) {
        var first = at(6, LocalTime.of(14, 0), ASTANA);
        DemoActing.as(organiser, () -> {
            var draft = drafting.begin(ASTANA, Language.EN);
            var weeks = new Recurrence(2, Set.of(first.day().getDayOfWeek()), new Recurrence.After(8));
            drafting.write(
                    draft,
                    appointment(
                            meeting,
                            "Working group on dust storm warning",
                            "Each brings one map and one question.",
                            new Place.OnVideo(URI.create("https://meet.example.org/caravanserai-dust-warning")),
                            first),
                    Optional.of(weeks));
            drafting.add(draft, other, true);
            appointments.propose(draft);
            appointments.settle(draft);
            var days = weeks.from(first.day());
            changing.move(
                    draft,
                    days.get(2),
                    new AppointmentTime(
                            days.get(2).plusDays(1).atTime(15, 0).atZone(ASTANA).toInstant(), first.length(), ASTANA));
            changing.cancel(draft, days.get(3));
        });
    }

    private static NewAppointment appointment(
            MeetingId meeting, String title, String purpose, Place place, AppointmentTime time, Invitee... people) {
        return new NewAppointment(Optional.of(meeting), title, purpose, Language.EN, place, time, List.of(people));
    }

    /** A working day, so many days from now or the next after it. */
    private AppointmentTime at(int days, LocalTime time, ZoneId zone) {
        var day = clock.instant().atZone(zone).toLocalDate().plusDays(days);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = days < 0 ? day.minusDays(1) : day.plusDays(1);
        }
        return new AppointmentTime(day.atTime(time).atZone(zone).toInstant(), Duration.ofMinutes(45), zone);
    }

    private PersonId person(String email) {
        return accounts.findByEmail(email).orElseThrow().person();
    }
}
