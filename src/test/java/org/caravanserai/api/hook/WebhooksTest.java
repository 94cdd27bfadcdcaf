package org.caravanserai.api.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.caravanserai.agenda.AgendaPublished;
import org.caravanserai.api.ApiClient;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.hook.HookDelivery.Cause;
import org.caravanserai.api.hook.MeetingHooks.Delivery;
import org.caravanserai.api.hook.MeetingHooks.Outcome;
import org.caravanserai.api.hook.MeetingHooks.Standing;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Ids;
import org.caravanserai.programme.PublishedMeetings;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.DecisionSent;
import org.caravanserai.review.Verdict;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.LocalWeb;
import org.caravanserai.testing.LocalWeb.Given;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@Import({ApiClient.class, ApiScene.class})
class WebhooksTest {

    private static final Set<HookEvent> ALL = EnumSet.copyOf(HookEvent.offered());

    @Autowired
    MeetingHooks hooks;

    @Autowired
    HookDelivering delivering;

    @Autowired
    StoredHooks stored;

    @Autowired
    StoredHookDeliveries deliveries;

    @Autowired
    ApiScene scene;

    @Autowired
    PublishedMeetings published;

    @Autowired
    RoleGrants grants;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final LocalWeb web = LocalWeb.plain();
    private ApiScene.Made made = new ApiScene.Made(new MeetingId(UUID.randomUUID()), "", Ids.next(), Ids.next());
    private PersonId organiser = new PersonId(UUID.randomUUID());
    private PersonId proposer = new PersonId(UUID.randomUUID());

    @BeforeEach
    void aMeeting() {
        made = scene.meeting();
        organiser = scene.someone("ORGANISER Olim", made, Role.ORGANISER);
        proposer = scene.someone("AUTHOR Aigul", made);
    }

    @AfterEach
    void stop() {
        stored.findAll().forEach(hook -> stored.deleteById(hook.key()));
        web.close();
    }

    @Test
    void aProposalIsToldByItsCodeAloneAndSigned() throws Exception {
        var secret = make(ALL).secret();
        var code = scene.propose(made, proposer, "Water for the Aral Sea");

        until(() -> !web.asked().isEmpty());
        var asked = web.asked().getFirst();
        var body = read(asked.body());
        assertThat(body.path("event").asString()).isEqualTo("proposal.submitted");
        assertThat(body.path("audience").asString()).isEqualTo("organisers");
        assertThat(body.path("meeting").asString()).isEqualTo(made.slug());
        assertThat(body.path("data").path("proposal").asString()).isEqualTo(code);
        assertThat(body.path("data").path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(asked.body()).doesNotContain("Aral", "Aigul", proposer.value().toString());

        assertThat(asked.header("Caravanserai-Event")).contains("proposal.submitted");
        assertThat(asked.header("Caravanserai-Delivery"))
                .contains(body.path("id").asString());
        var time = asked.header("Caravanserai-Timestamp").orElseThrow();
        assertThat(asked.header("Caravanserai-Signature")).contains("v1=" + hmac(secret, time + "." + asked.body()));
        until(() -> only().outcome() == Outcome.DELIVERED);
        assertThat(only().proposal()).isEqualTo(code);
        assertThat(only().status()).isEqualTo(204);
    }

    @Test
    void onlyWhatWasChosenIsToldAndNothingToWhoIsSwitchedOffOrElsewhere() {
        var decisions = make(Set.of(HookEvent.DECISION_SENT)).hook();
        var off = make(ALL).hook();
        acting(() -> hooks.switchOff(made.meeting(), off));
        var code = scene.propose(made, proposer, "Water");
        scene.propose(scene.meeting(), proposer, "Elsewhere");
        var proposal = jdbc.sql("select id from proposal where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
        transaction.executeWithoutResult(status ->
                events.publishEvent(new DecisionSent(new ProposalId(proposal), made.meeting(), Verdict.DECLINE)));

        until(() -> !web.asked().isEmpty());
        assertThat(web.asked()).hasSize(1);
        assertThat(read(web.asked().getFirst().body())
                        .path("data")
                        .path("verdict")
                        .asString())
                .isEqualTo("DECLINE");
        assertThat(told(decisions)).hasSize(1);
        assertThat(told(off)).isEmpty();
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        var hook = make(ALL).hook();
        transaction.executeWithoutResult(status -> {
            scene.propose(made, proposer, "Water");
            status.setRollbackOnly();
        });
        assertThat(told(hook)).isEmpty();
    }

    @Test
    void aReleaseIsToldWithWhatChangedWhileThePublicSeesTheMeeting() {
        var slug = "hook-" + Ids.code().toLowerCase(Locale.ROOT);
        var meeting = published.publish(PublishedMeetings.tokyo(slug));
        grants.save(new RoleGrant(organiser, Role.ORGANISER, meeting.value()));
        var hook = Acting.as(
                organiser, () -> hooks.make(meeting, web.address("/in"), ALL).hook());
        var number = published.callOff(meeting, "WATER2");

        until(() -> web.asked().size() == 2);
        var release = told("release.published");
        assertThat(release.path("audience").asString()).isEqualTo("public");
        assertThat(release.path("data").path("release").asInt()).isEqualTo(number);
        var changed = told("sessions.changed").path("data").path("sessions");
        assertThat(changed.size()).isEqualTo(1);
        assertThat(changed.path(0).path("id").asString()).isEqualTo("WATER2");

        published.show(meeting, false);
        transaction.executeWithoutResult(status -> events.publishEvent(new AgendaPublished(meeting, number)));
        until(() -> deliveries.findAll().stream()
                .filter(delivery -> delivery.hook().equals(hook))
                .noneMatch(delivery -> delivery.state() == HookDelivery.State.WAITING));
        assertThat(web.asked()).as("a hidden meeting is told of to nobody").hasSize(2);
    }

    @Test
    void noAddressOfTheInnerNetworkIsTaken() {
        acting(() -> {
            assertThat(refusal("https://10.0.0.1/").key()).isEqualTo("outside.refused.private");
            assertThat(refusal("http://example.org/").key()).isEqualTo("outside.refused.scheme");
            assertThat(refusal("nonsense").problems().getFirst().field()).isEqualTo("address");
            assertThat(catchThrowableOfType(
                                    Refusal.class, () -> hooks.make(made.meeting(), web.address("/"), Set.of()))
                            .problems()
                            .getFirst()
                            .field())
                    .isEqualTo("events");
            assertThat(hooks.list(made.meeting())).isEmpty();
        });
    }

    @Test
    void whoeverDoesNotOrganiseTheMeetingHasNoBusinessHere() {
        var hook = make(ALL).hook();
        var other = scene.meeting();
        var neighbour = scene.someone("NEIGHBOUR", other, Role.ORGANISER);
        Acting.as(neighbour, () -> {
            assertThatThrownBy(() -> hooks.list(made.meeting())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hooks.renew(other.meeting(), hook)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> hooks.test(other.meeting(), hook)).isInstanceOf(Refusal.class);
        });
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainUntilItIsGivenUp() {
        web.answering(request -> Given.of(503, "busy\u0000 <b>now</b>"));
        var hook = make(ALL).hook();
        clock.set(clock.instant());
        scene.propose(made, proposer, "Water");

        for (int attempt = 1; attempt <= HookDelivery.ATTEMPTS; attempt++) {
            int wanted = attempt;
            until(() -> only().attempts() == wanted);
            assertThat(acted().getFirst().standing()).isEqualTo(Standing.FAILING);
            clock.advance(Duration.ofMinutes(1L << (2 * (attempt - 1))));
        }
        assertThat(only().outcome()).isEqualTo(Outcome.GIVEN_UP);
        assertThat(only().status()).isEqualTo(503);
        assertThat(only().answer()).isEqualTo("busy <b>now</b>");
        assertThat(told(hook)).hasSize(1);
    }

    @Test
    void whoFailsForDaysIsToldNothingAnyMore() {
        web.answering(request -> Given.of(503, ""));
        var hook = make(ALL).hook();
        clock.set(clock.instant());
        scene.propose(made, proposer, "Water");
        until(() -> only().attempts() == 1);
        clock.advance(Hook.PATIENCE);
        until(() -> acted().getFirst().standing() == Standing.FAILED);

        assertThat(only().outcome()).isEqualTo(Outcome.GIVEN_UP);
        assertThat(mails()).isEqualTo(1);
        scene.propose(made, proposer, "More water");
        assertThat(told(hook)).as("nothing new waits").hasSize(1);

        web.answering(request -> Given.of(200, "thanks"));
        acting(() -> hooks.switchOn(made.meeting(), hook));
        acting(() -> hooks.redeliver(made.meeting(), only().key()));
        assertThat(only().outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(web.asked().getLast().body()).isEqualTo(web.asked().getFirst().body());
        assertThat(acted().getFirst().standing()).isEqualTo(Standing.ON);
    }

    @Test
    void whoSaysThatItIsGoneIsBelieved() {
        web.answering(request -> Given.of(410, ""));
        make(ALL);
        scene.propose(made, proposer, "Water");
        until(() -> acted().getFirst().standing() == Standing.FAILED);
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void aTestAnswersAtOnceAndWhatCannotBeReachedSaysWhy() {
        var hook = make(Set.of(HookEvent.RELEASE_PUBLISHED)).hook();
        acting(() -> hooks.test(made.meeting(), hook));
        assertThat(only().outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(read(web.asked().getFirst().body()).path("event").asString()).isEqualTo("test");

        web.close();
        acting(() -> hooks.test(made.meeting(), hook));
        assertThat(told(hook).getFirst().problem())
                .hasValueSatisfying(problem -> assertThat(problem.key()).isEqualTo("outside.failed.unreachable"));
    }

    @Test
    void severalNodesTellOnce() throws Exception {
        make(ALL);
        scene.propose(made, proposer, "Water");
        var all = new CyclicBarrier(4);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var node : nodes.invokeAll(IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        all.await();
                        delivering.deliverDue();
                        return true;
                    })
                    .toList())) {
                assertThat(node.get()).isTrue();
            }
        }
        until(() -> only().outcome() == Outcome.DELIVERED);
        assertThat(web.asked()).hasSize(1);
    }

    @Test
    void aRemovedOneComesBackForADay() {
        var hook = make(ALL).hook();
        acting(() -> hooks.remove(made.meeting(), hook));
        scene.propose(made, proposer, "Water");
        assertThat(acted()).isEmpty();
        acting(() -> hooks.restore(made.meeting(), hook));
        assertThat(acted()).hasSize(1);
        acting(() -> hooks.remove(made.meeting(), hook));
        clock.advance(Duration.ofDays(2));
        delivering.sweep();
        assertThat(stored.existsById(hook)).isFalse();
    }

    @Test
    void aLongLogCostsWhatAShortOneCosts() {
        log(make(ALL).hook(), 1);
        int few = acting(() -> SqlCounter.count(() -> hooks.list(made.meeting())));
        for (int i = 0; i < 4; i++) {
            log(make(ALL).hook(), 30);
        }
        int many = acting(() -> SqlCounter.count(() -> hooks.list(made.meeting())));
        assertThat(many).isEqualTo(few);
        assertThat(acted().getLast().deliveries()).hasSize(MeetingHooks.SHOWN);
    }

    private void log(UUID hook, int times) {
        var found = stored.findById(hook).orElseThrow();
        for (int i = 0; i < times; i++) {
            var delivery = new HookDelivery(found, new Cause(HookEvent.TEST, null, 0, ""), clock);
            delivery.delivered(200, "", clock);
            deliveries.save(delivery);
        }
    }

    private MeetingHooks.Made make(Set<HookEvent> chosen) {
        return acting(() -> hooks.make(made.meeting(), web.address("/in"), chosen));
    }

    private Refusal refusal(String address) {
        return catchThrowableOfType(Refusal.class, () -> hooks.make(made.meeting(), address, ALL));
    }

    private List<MeetingHooks.Line> acted() {
        return acting(() -> hooks.list(made.meeting()));
    }

    private JsonNode told(String event) {
        return web.asked().stream()
                .filter(asked -> asked.header("Caravanserai-Event").orElse("").equals(event))
                .map(asked -> read(asked.body()))
                .findFirst()
                .orElseThrow();
    }

    private List<Delivery> told(UUID hook) {
        return acted().stream()
                .filter(line -> line.key().equals(hook))
                .flatMap(line -> line.deliveries().stream())
                .toList();
    }

    private Delivery only() {
        return acted().stream()
                .flatMap(line -> line.deliveries().stream())
                .findFirst()
                .orElseThrow();
    }

    private int mails() {
        return jdbc.sql("select count(*) from outbox_message where kind = 'hook' and meeting = ?")
                .param(made.meeting().value())
                .query(Integer.class)
                .single();
    }

    /** The job of the application may be quicker than this test, and be at work when this test looks. */
    private void until(BooleanSupplier reached) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came").isLessThan(end);
            delivering.deliverDue();
        }
    }

    private void acting(Runnable work) {
        Acting.as(organiser, work);
    }

    private <T> T acting(Supplier<T> work) {
        return Acting.as(organiser, work);
    }

    private static JsonNode read(String body) {
        return new JsonMapper().readTree(body);
    }

    private static String hmac(String secret, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
