package org.caravanserai.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.partnering.tables.EventParticipation;
import org.caravanserai.partnering.tables.EventPlan;
import org.caravanserai.partnering.tables.EventSetUp;
import org.caravanserai.partnering.tables.EventState;
import org.caravanserai.partnering.tables.EventWindow;
import org.caravanserai.partnering.tables.GivingOut;
import org.caravanserai.partnering.tables.TablesOrder;
import org.caravanserai.partnering.tables.TablesPlanning;
import org.caravanserai.partnering.tables.TablesStanding;
import org.caravanserai.partnering.tables.WishSending;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A partnering event of the demonstration with two dozen people, their wishes, and the meetings that were found for them. */
@Component
@Profile("demo")
@Order(5)
class DemoTables implements DemoPart {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTables.class);
    private static final int PEOPLE = 24;

    /** As whom most visitors of the demonstration enter. */
    private static final String VISITED = "ishikawa-jun";

    private static final int[] STEPS = {1, 3, 7, 10, 12, 17};
    private static final int SECONDS = 5;
    private static final LocalizedText TITLE = LocalizedText.ofTags(Map.of(
            Language.EN.tag(), "Partners for joint projects",
            Language.JA.tag(), "共同研究パートナー商談会",
            Language.RU.tag(), "Партнёры для совместных проектов",
            Language.KK.tag(), "Бірлескен жобалар серіктестері"));

    private final EventSetUp setUp;
    private final EventParticipation participation;
    private final WishSending wishing;
    private final TablesPlanning planning;
    private final GivingOut givingOut;
    private final Persons persons;
    private final LiveUpdates updates;

    DemoTables(
            EventSetUp setUp,
            EventParticipation participation,
            WishSending wishing,
            TablesPlanning planning,
            GivingOut givingOut,
            Persons persons,
            LiveUpdates updates) {
        this.setUp = setUp;
        this.participation = participation;
        this.wishing = wishing;
        this.planning = planning;
        this.givingOut = givingOut;
        this.persons = persons;
        this.updates = updates;
    }

    @Override
    public void load(Meeting meeting, Cast cast) {
        var people = Stream.concat(
                        Stream.of(cast.person(VISITED)),
                        cast.people.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue))
                .distinct()
                .limit(PEOPLE)
                .toList();
        var event = Actor.asSystem(() -> {
            var day = meeting.firstDay().plusDays(1);
            var made = setUp.found(
                    meeting.id(),
                    new EventPlan(
                            TITLE,
                            meeting.firstDay()
                                    .minusDays(14)
                                    .atTime(LocalTime.of(18, 0))
                                    .atZone(meeting.zone())
                                    .toInstant(),
                            20,
                            5,
                            List.of(
                                    new EventWindow(day, LocalTime.of(9, 0), LocalTime.of(11, 30)),
                                    new EventWindow(day, LocalTime.of(14, 0), LocalTime.of(16, 30)))));
            setUp.addTables(made, 8, 4);
            setUp.addInterpreter(made, "Aigerim Seitkali", Set.of("kk", "ja", "ru"), Set.of());
            setUp.addInterpreter(made, "Nozomi Kuroda", Set.of("uz", "ja", "ru"), Set.of(0, 1));
            setUp.lead(made, EventState.OPEN);
            return made;
        });
        wish(event, people);
        Actor.asSystem(() -> giveOut(event));
    }

    private void wish(UUID event, List<PersonId> people) {
        var parties = new ArrayList<UUID>();
        var known = persons.findAllById(people.stream().map(PersonId::value).toList()).stream()
                .collect(Collectors.toMap(Person::id, person -> person));
        for (var person : people) {
            var languages = Optional.ofNullable(known.get(person))
                    .map(Person::languages)
                    .filter(some -> !some.isEmpty())
                    .orElse(Set.of("en"));
            parties.add(DemoActing.as(person, () -> {
                participation.enlist(event, "", languages);
                return participation.part(event).mine().orElseThrow().key();
            }));
        }
        for (var i = 0; i < people.size(); i++) {
            var one = i;
            DemoActing.as(people.get(i), () -> {
                for (var step : STEPS) {
                    var other = (one * step + step) % parties.size();
                    wishing.wish(event, parties.get(other == one ? (one + 1) % parties.size() : other));
                }
            });
        }
    }

    private void giveOut(UUID event) {
        setUp.lead(event, EventState.CLOSED);
        var over = new CountDownLatch(1);
        var subscription = updates.listen(TablesPlanning.channel(event), message -> {
            if (!(Actor.asSystem(() -> planning.look(event)) instanceof TablesStanding.Running)) {
                over.countDown();
            }
        });
        try {
            planning.begin(event, new TablesOrder(SECONDS, Optional.empty()));
            if (over.await(Duration.ofMinutes(2).toMillis(), TimeUnit.MILLISECONDS)) {
                givingOut.adopt(event, givingOut.difference(event));
            } else {
                LOG.warn("The demonstration's tables were not filled in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            subscription.end();
        }
    }
}
