package org.caravanserai.gathering.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentReading;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.booking.BookingDesk.Asked;
import org.caravanserai.gathering.finding.DaySpan;
import org.caravanserai.gathering.finding.DaySpans;
import org.caravanserai.partnering.directory.Blocking;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Engagements;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.Person;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class BookingTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Pattern LINK = Pattern.compile("/book/mine/([A-Za-z0-9_-]+)");

    @Autowired
    Gatherings gatherings;

    @Autowired
    BookingDesk desk;

    @Autowired
    MyOfficeHours mine;

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentReading reading;

    @Autowired
    Blocking blocking;

    @Autowired
    List<Engagements> engagements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Person sato;
    private Person aigerim;

    @BeforeEach
    void twoPeople() {
        clock.set(Instant.parse("2027-04-05T00:00:00Z"));
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        aigerim = gatherings.person("Aigerim", "Asia/Almaty");
    }

    @Test
    void whoKeepsApartFromSomebodyFindsNoPageOfHers() {
        var code = open(rules(9, false));
        var start = first(code);
        Acting.as(sato.id(), () -> {
            blocking.block(aigerim.id());
        });

        Acting.as(aigerim.id(), () -> {
            assertThat(desk.page(code)).isEmpty();
            assertThat(catchThrowableOfType(Refusal.class, () -> desk.take(code, asked(start), "10.0.0.1"))
                            .key())
                    .isEqualTo("booking.gone");
        });
        assertThat(starts(code)).contains(start);
    }

    @Test
    void ofManyWhoWantOneSlotAtOnceOneGetsIt() throws Exception {
        var code = open(rules(9, false));
        var start = first(code);
        var people = new ArrayList<Person>();
        for (int i = 0; i < 12; i++) {
            people.add(gatherings.person("Visitor", "Asia/Almaty"));
        }
        var together = new CyclicBarrier(people.size());
        var attempts = people.stream()
                .<Callable<Boolean>>map(person -> () -> {
                    together.await();
                    try {
                        return Acting.as(person.id(), () -> desk.take(code, asked(start), "10.0.0.1"))
                                .isPresent();
                    } catch (Refusal refusal) {
                        assertThat(refusal.key()).isEqualTo("booking.slot.gone");
                        return false;
                    }
                })
                .toList();

        try (var threads = Executors.newFixedThreadPool(people.size())) {
            var got = new ArrayList<Boolean>();
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                got.add(attempt.get());
            }
            assertThat(got).containsOnlyOnce(true);
        }
        assertThat(Acting.as(sato.id(), mine::booked)).hasSize(1);
        assertThat(starts(code)).doesNotContain(start);
    }

    @Test
    void ofManyWhoWantSlotsOfOneDayNoMoreGetOneThanItsLimit() throws Exception {
        var code = open(rules(2, false));
        var slots = starts(code).stream().limit(4).toList();
        var together = new CyclicBarrier(slots.size());
        var attempts = slots.stream()
                .<Callable<Boolean>>map(start -> () -> {
                    var person = gatherings.person("Visitor", "Asia/Almaty");
                    together.await();
                    try {
                        return Acting.as(person.id(), () -> desk.take(code, asked(start), "10.0.0.2"))
                                .isPresent();
                    } catch (Refusal refusal) {
                        return false;
                    }
                })
                .toList();

        try (var threads = Executors.newFixedThreadPool(slots.size())) {
            int got = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                got += attempt.get() ? 1 : 0;
            }
            assertThat(got).isEqualTo(2);
        }
    }

    @Test
    void whatIsTakenIsAnAppointmentOfBoth() {
        var code = open(rules(9, false));
        var start = first(code);

        var secret = Acting.as(aigerim.id(), () -> desk.take(code, asked(start), "a"))
                .orElseThrow();

        assertThat(desk.look(secret).orElseThrow().state()).isEqualTo(BookingState.TAKEN);
        assertThat(desk.look(secret).orElseThrow().place()).isEqualTo("Room 12");
        assertThat(engaged(sato, start)).contains(Engagement.Kind.APPOINTMENT);
        assertThat(engaged(aigerim, start)).contains(Engagement.Kind.APPOINTMENT);
    }

    @Test
    void whoGivesItUpFreesTheSlotAndCallsTheAppointmentOff() {
        var code = open(rules(9, false));
        var start = first(code);
        var secret = Acting.as(aigerim.id(), () -> desk.take(code, asked(start), "a"))
                .orElseThrow();

        desk.giveUp(secret);

        assertThat(starts(code)).contains(start);
        assertThat(engaged(sato, start)).isEmpty();
        assertThat(desk.look(secret).orElseThrow().state()).isEqualTo(BookingState.FREED);
    }

    @Test
    void anAppointmentThatIsCalledOffElsewhereFreesItsSlotAndMayTakeItBack() {
        var code = open(rules(9, false));
        var start = first(code);
        Acting.as(aigerim.id(), () -> desk.take(code, asked(start), "a"));
        var appointment = appointment();

        Acting.as(sato.id(), () -> appointments.cancel(appointment));
        assertThat(starts(code)).contains(start);
        Acting.as(sato.id(), () -> appointments.restore(appointment));

        assertThat(starts(code)).doesNotContain(start);
    }

    @Test
    void aCancellationIsNotTakenBackOnceSomebodyElseHasTheSlot() {
        var code = open(rules(9, false));
        var start = first(code);
        Acting.as(aigerim.id(), () -> desk.take(code, asked(start), "a"));
        var appointment = appointment();
        Acting.as(sato.id(), () -> appointments.cancel(appointment));
        Acting.as(gatherings.person("Dilnoza", "Asia/Tashkent").id(), () -> desk.take(code, asked(start), "b"));

        assertThatThrownBy(() -> Acting.as(sato.id(), () -> appointments.restore(appointment)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("booking.slot.gone"));
    }

    @Test
    void whoeverIsBookedMayAgreeFirst() {
        var code = open(rules(9, true));
        var start = first(code);
        var secret = Acting.as(aigerim.id(), () -> desk.take(code, asked(start), "a"))
                .orElseThrow();
        assertThat(desk.look(secret).orElseThrow().state()).isEqualTo(BookingState.ASKED);
        assertThat(engaged(sato, start)).containsExactly(Engagement.Kind.APPOINTMENT);
        assertThat(Acting.as(sato.id(), mine::waiting)).isEqualTo(1);
        var booking = Acting.as(sato.id(), mine::booked).getFirst();
        assertThat(booking.answers()).containsExactly("Salt");

        Acting.as(sato.id(), () -> mine.decline(booking.key()));
        assertThat(starts(code)).contains(start);
        Acting.as(sato.id(), () -> mine.restore(booking.key()));
        Acting.as(sato.id(), () -> mine.agree(booking.key()));

        assertThat(desk.look(secret).orElseThrow().state()).isEqualTo(BookingState.TAKEN);
        assertThat(mails("booking-declined")).isEmpty();
    }

    @Test
    void anAnswerStaysWithItsQuestionWhateverIsAskedOfOthersLater() {
        var code = open(rules(9, true, List.of("What about?", "From where?")));
        Acting.as(
                aigerim.id(),
                () -> desk.take(
                        code, new Asked(first(code), "", "", Language.EN, ALMATY, List.of("", "Kyzylorda")), "j"));

        Acting.as(sato.id(), () -> {
            mine.keep(mine.read().version(), rules(9, true, List.of("Why now?")));
            var booking = mine.booked().getFirst();
            assertThat(booking.questions()).containsExactly("From where?");
            assertThat(booking.answers()).containsExactly("Kyzylorda");
            mine.agree(booking.key());
            assertThat(reading.view(appointment()).content().purpose()).isEqualTo("From where?\nKyzylorda");
        });
    }

    @Test
    void theLongestNameAndAnswersFitIntoAnAppointment() {
        var code = open(rules(9, false, Collections.nCopies(5, "?".repeat(BookingRules.LONGEST_QUESTION))));
        var start = first(code);
        var email = Ids.code() + "@example.org";
        desk.take(
                code,
                new Asked(
                        start,
                        "D".repeat(Visitor.LONGEST_NAME),
                        email,
                        Language.EN,
                        ALMATY,
                        Collections.nCopies(5, "!".repeat(BookingRules.LONGEST_ANSWER))),
                "k");

        desk.confirm(secretSentTo(email));

        Acting.as(sato.id(), () -> {
            var content = reading.view(appointment()).content();
            assertThat(content.purpose()).contains("!".repeat(BookingRules.LONGEST_ANSWER));
            assertThat(content.title()).startsWith("SATO Junichi").contains(" – DDD");
        });
    }

    @Test
    void whomNobodyKnowsFollowsALinkFirst() {
        var code = open(rules(9, false));
        var start = first(code);
        var email = Ids.code() + "@example.org";

        assertThat(desk.take(code, stranger(start, email), "c")).isEmpty();

        assertThat(starts(code)).doesNotContain(start);
        assertThat(engaged(sato, start)).isEmpty();
        var secret = secretSentTo(email);
        desk.confirm(secret);
        desk.confirm(secret);
        assertThat(desk.look(secret).orElseThrow().state()).isEqualTo(BookingState.TAKEN);
        assertThat(engaged(sato, start)).hasSize(1);
    }

    @Test
    void aLinkThatNobodyFollowsInTimeFreesItsSlot() {
        var code = open(rules(9, false));
        var start = first(code);
        var email = Ids.code() + "@example.org";
        desk.take(code, stranger(start, email), "d");

        clock.advance(BookingDesk.KEPT.plus(Duration.ofMinutes(1)));
        Actor.asSystem(desk::sweep);

        assertThat(starts(code)).contains(start);
        assertThatThrownBy(() -> desk.confirm(secretSentTo(email)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("booking.late"));
    }

    @Test
    void strangersCannotFloodAPersonOrAMailbox() {
        var code = open(rules(40, false));
        var slots = starts(code);
        var email = Ids.code() + "@example.org";
        var remote = Ids.code();

        assertThatThrownBy(() ->
                        slots.stream().limit(8).forEach(start -> desk.take(code, stranger(start, email), remote)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("booking.often"));
        assertThat(mailsTo(email)).isLessThanOrEqualTo(5);
    }

    @Test
    void whoIsOftenTooLateMayStillTakeASlotThatIsFree() {
        var code = open(rules(40, false));
        var slots = starts(code);
        Acting.as(aigerim.id(), () -> desk.take(code, asked(slots.getFirst()), "h"));
        var dilnoza = gatherings.person("Dilnoza", "Asia/Tashkent");

        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> Acting.as(dilnoza.id(), () -> desk.take(code, asked(slots.getFirst()), "i")))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.key()).isEqualTo("booking.slot.gone"));
        }

        assertThat(Acting.as(dilnoza.id(), () -> desk.take(code, asked(slots.get(1)), "i")))
                .isPresent();
    }

    @Test
    void nobodyBooksHerselfNorAPageThatIsClosed() {
        var code = open(rules(9, false));
        var start = first(code);
        assertThatThrownBy(() -> Acting.as(sato.id(), () -> desk.take(code, asked(start), "e")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("booking.self"));

        Acting.as(sato.id(), () -> {
            var own = mine.read();
            mine.keep(own.version(), BookingRules.blank());
        });

        assertThat(desk.page(code)).isEmpty();
        assertThatThrownBy(() -> Acting.as(aigerim.id(), () -> desk.take(code, asked(start), "f")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("booking.gone"));
    }

    @Test
    void anotherAddressLeavesTheOldOneNowhere() {
        var code = open(rules(9, false));

        Acting.as(sato.id(), mine::move);

        assertThat(desk.page(code)).isEmpty();
        assertThat(desk.page(Acting.as(sato.id(), mine::read).code())).isPresent();
    }

    @Test
    void whatBelongsToAnotherCannotBeAnswered() {
        var code = open(rules(9, true));
        Acting.as(aigerim.id(), () -> desk.take(code, asked(first(code)), "g"));
        var booking = Acting.as(sato.id(), mine::booked).getFirst();

        assertThatThrownBy(() -> Acting.as(aigerim.id(), () -> mine.agree(booking.key())))
                .isInstanceOf(Refusal.class);
    }

    private String open(BookingRules rules) {
        return Acting.as(sato.id(), () -> {
            mine.keep(0, rules);
            return mine.read().code();
        });
    }

    private static BookingRules rules(int dayLimit, boolean approval) {
        return rules(dayLimit, approval, List.of("What about?"));
    }

    private static BookingRules rules(int dayLimit, boolean approval, List<String> questions) {
        Map<DayOfWeek, List<DaySpan>> week = new EnumMap<>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, DaySpans.read("10–12, 14–18"));
        }
        return new BookingRules(
                true, "Salt and dust", "Room 12", 30, 0, dayLimit, 0, 14, approval, questions, week, Map.of());
    }

    private Instant first(String code) {
        return starts(code).getFirst();
    }

    private List<Instant> starts(String code) {
        return desk.page(code).orElseThrow().slots().stream().map(Slot::start).toList();
    }

    private static Asked asked(Instant start) {
        return new Asked(start, "", "", Language.EN, ALMATY, List.of("Salt"));
    }

    private static Asked stranger(Instant start, String email) {
        return new Asked(start, "Dana", email, Language.EN, ALMATY, List.of("Dust"));
    }

    private List<Engagement.Kind> engaged(Person person, Instant start) {
        return engagements.stream()
                .flatMap(each -> each.of(List.of(person.id()), start, start.plusSeconds(60)).stream())
                .map(Engagement::kind)
                .toList();
    }

    private AppointmentId appointment() {
        return Acting.as(sato.id(), mine::booked).getFirst().appointment().orElseThrow();
    }

    private OneTimeSecret secretSentTo(String email) {
        var address = jdbc.sql("select action_address from outbox_message where recipient = ?")
                .param(email.toLowerCase(java.util.Locale.ROOT))
                .query(String.class)
                .single();
        var link = LINK.matcher(address);
        assertThat(link.find()).isTrue();
        return new OneTimeSecret(link.group(1));
    }

    private int mailsTo(String email) {
        return jdbc.sql("select count(*) from outbox_message where recipient = ?")
                .param(email.toLowerCase(java.util.Locale.ROOT))
                .query(Integer.class)
                .single();
    }

    private List<@Nullable String> mails(String kind) {
        return jdbc.sql("select subject from outbox_message where kind = ? and person = ?")
                .params(kind, aigerim.id().value())
                .query(String.class)
                .list();
    }
}
