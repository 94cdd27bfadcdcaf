package org.caravanserai.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Invitee;
import org.caravanserai.gathering.NewAppointment;
import org.caravanserai.gathering.Place;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.partnering.followup.CameOfIt;
import org.caravanserai.partnering.followup.FollowUpAsking;
import org.caravanserai.partnering.followup.FollowUps;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.caravanserai.text.Language;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What came of appointments of the demonstration that have taken place; the researcher has yet to say it of one of hers. */
@Component
@Profile("demo")
@Order(6)
class DemoFollowUps implements DemoPart {

    private static final Set<CameOfIt> TOUCH = Set.of(CameOfIt.CONTACT);
    private static final Set<CameOfIt> VISIT = Set.of(CameOfIt.CONTACT, CameOfIt.VISIT);
    private static final Set<CameOfIt> PROPOSAL = Set.of(CameOfIt.CONTACT, CameOfIt.JOINT_PROPOSAL);
    private static final Set<CameOfIt> ALL =
            Set.of(CameOfIt.CONTACT, CameOfIt.VISIT, CameOfIt.JOINT_PROPOSAL, CameOfIt.DOCUMENT);
    private static final Set<CameOfIt> NOTHING = Set.of(CameOfIt.NOTHING);

    private static final List<Met> MET = List.of(
            new Met("jun.ishikawa", "junichi.sato", "Cores of Lake Balkhash: who keeps which half", 9, VISIT, VISIT),
            new Met("kenji.ono", "nurlan.akhmetov", "Isotopes in snow and in wells", 8, PROPOSAL, PROPOSAL),
            new Met("mika.takahashi", "jasur.tursunov", "A summer school in Tashkent", 8, ALL, ALL),
            new Met(
                    "maki.ikeda",
                    "aigerim.serikbayeva",
                    "Steppe birds: one protocol for two countries",
                    7,
                    TOUCH,
                    NOTHING),
            new Met("haruka.watanabe", "irina.pavlova", "Glacier archives in Almaty", 6, VISIT, PROPOSAL),
            new Met("shinji.ito", "daniyar.nurpeisov", "Sensors for canals", 6, NOTHING, NOTHING),
            new Met("emi.nakamura", "dinara.omarova", "Exchange of doctoral students", 4, VISIT, PROPOSAL));

    private final Appointments appointments;
    private final FollowUpAsking asking;
    private final FollowUps followUps;
    private final Accounts accounts;
    private final Clock clock;

    DemoFollowUps(
            Appointments appointments, FollowUpAsking asking, FollowUps followUps, Accounts accounts, Clock clock) {
        this.appointments = appointments;
        this.asking = asking;
        this.followUps = followUps;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Two who have met some days ago, and what each says came of it. */
    private record Met(
            String one, String other, String title, int daysAgo, Set<CameOfIt> saysOne, Set<CameOfIt> saysOther) {}

    @Override
    public void load(Meeting meeting, Cast cast) {
        MET.forEach(met -> appointments.agree(appointment(meeting, met), person(met.one())));
        appointments.hold();
        Actor.asSystem(() -> asking.ask());
        for (var met : MET) {
            say(met.one(), met.title(), met.saysOne());
            say(met.other(), met.title(), met.saysOther());
        }
    }

    private NewAppointment appointment(Meeting meeting, Met met) {
        var day = clock.instant().atZone(meeting.zone()).toLocalDate().minusDays(met.daysAgo());
        return new NewAppointment(
                Optional.of(meeting.id()),
                met.title(),
                "",
                Language.EN,
                new Place.At(meeting.city().text(Language.EN)),
                new AppointmentTime(
                        day.atTime(LocalTime.of(14, 30)).atZone(meeting.zone()).toInstant(),
                        Duration.ofMinutes(30),
                        meeting.zone()),
                List.of(Invitee.agreed(person(met.other()))));
    }

    private void say(String who, String title, Set<CameOfIt> came) {
        DemoActing.as(
                person(who),
                () -> followUps.mine().stream()
                        .filter(line -> line.title().equals(title))
                        .forEach(line -> followUps.say(line.key(), came)));
    }

    /** By the part of the address that the example domains do not share. */
    private PersonId person(String name) {
        return accounts.findByEmail(name + "@example.org")
                .or(() -> accounts.findByEmail(name + "@example.com"))
                .map(Account::person)
                .orElseThrow();
    }
}
