package org.caravanserai.api.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.caravanserai.api.hook.HookTrial.ALL;
import static org.caravanserai.api.hook.HookTrial.read;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.caravanserai.agenda.AgendaPublished;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.hook.HookDelivery.Cause;
import org.caravanserai.api.hook.MeetingHooks.Outcome;
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
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class WebhooksTest {

    @Autowired
    MeetingHooks hooks;

    @Autowired
    HookDelivering delivering;

    @Autowired
    ApiScene scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    StoredHooks stored;

    @Autowired
    StoredHookDeliveries deliveries;

    @Autowired
    PublishedMeetings published;

    @Autowired
    RoleGrants grants;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private HookTrial trial;

    @BeforeEach
    void aMeeting() {
        trial = new HookTrial(hooks, delivering, scene, jdbc);
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    void aProposalIsToldByItsCodeAloneAndSigned() throws Exception {
        var secret = trial.make(ALL).secret();
        var code = trial.propose("Water for the Aral Sea");

        trial.until(() -> !trial.web().asked().isEmpty());
        var asked = trial.web().asked().getFirst();
        var body = read(asked.body());
        assertThat(body.path("event").asString()).isEqualTo("proposal.submitted");
        assertThat(body.path("audience").asString()).isEqualTo("organisers");
        assertThat(body.path("meeting").asString()).isEqualTo(trial.made().slug());
        assertThat(body.path("data").path("proposal").asString()).isEqualTo(code);
        assertThat(body.path("data").path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(asked.body())
                .doesNotContain("Aral", "Aigul", trial.proposer().value().toString());

        assertThat(asked.header("Caravanserai-Event")).contains("proposal.submitted");
        assertThat(asked.header("Caravanserai-Delivery"))
                .contains(body.path("id").asString());
        var time = asked.header("Caravanserai-Timestamp").orElseThrow();
        assertThat(asked.header("Caravanserai-Signature")).contains("v1=" + hmac(secret, time + "." + asked.body()));
        trial.until(() -> trial.only().outcome() == Outcome.DELIVERED);
        assertThat(trial.only().proposal()).isEqualTo(code);
        assertThat(trial.only().status()).isEqualTo(204);
    }

    @Test
    void onlyWhatWasChosenIsToldAndNothingToWhoIsSwitchedOffOrElsewhere() {
        var decisions = trial.make(Set.of(HookEvent.DECISION_SENT)).hook();
        var off = trial.make(ALL).hook();
        trial.acting(() -> hooks.switchOff(trial.meeting(), off));
        var code = trial.propose("Water");
        scene.propose(scene.meeting(), trial.proposer(), "Elsewhere");
        var proposal = jdbc.sql("select id from proposal where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
        transaction.executeWithoutResult(status ->
                events.publishEvent(new DecisionSent(new ProposalId(proposal), trial.meeting(), Verdict.DECLINE)));

        trial.until(() -> !trial.web().asked().isEmpty());
        assertThat(trial.web().asked()).hasSize(1);
        assertThat(read(trial.web().asked().getFirst().body())
                        .path("data")
                        .path("verdict")
                        .asString())
                .isEqualTo("DECLINE");
        assertThat(trial.told(decisions)).hasSize(1);
        assertThat(trial.told(off)).isEmpty();
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        var hook = trial.make(ALL).hook();
        transaction.executeWithoutResult(status -> {
            trial.propose("Water");
            status.setRollbackOnly();
        });
        assertThat(trial.told(hook)).isEmpty();
    }

    @Test
    void aReleaseIsToldWithWhatChangedWhileThePublicSeesTheMeeting() {
        var slug = "hook-" + Ids.code().toLowerCase(Locale.ROOT);
        var meeting = published.publish(PublishedMeetings.tokyo(slug));
        grants.save(new RoleGrant(trial.organiser(), Role.ORGANISER, meeting.value()));
        var hook = Acting.as(
                trial.organiser(),
                () -> hooks.make(meeting, trial.web().address("/in"), ALL).hook());
        var number = published.callOff(meeting, "WATER2");

        trial.until(() -> trial.web().asked().size() == 2);
        var release = trial.told("release.published");
        assertThat(release.path("audience").asString()).isEqualTo("public");
        assertThat(release.path("data").path("release").asInt()).isEqualTo(number);
        var changed = trial.told("sessions.changed").path("data").path("sessions");
        assertThat(changed.size()).isEqualTo(1);
        assertThat(changed.path(0).path("id").asString()).isEqualTo("WATER2");

        published.show(meeting, false);
        transaction.executeWithoutResult(status -> events.publishEvent(new AgendaPublished(meeting, number)));
        trial.until(() -> deliveries.findAll().stream()
                .filter(delivery -> delivery.hook().equals(hook))
                .noneMatch(delivery -> delivery.state() == HookDelivery.State.WAITING));
        assertThat(trial.web().asked())
                .as("a hidden meeting is told of to nobody")
                .hasSize(2);
    }

    @Test
    void noAddressOfTheInnerNetworkIsTaken() {
        trial.acting(() -> {
            assertThat(trial.refusal("https://10.0.0.1/").key()).isEqualTo("outside.refused.private");
            assertThat(trial.refusal("http://example.org/").key()).isEqualTo("outside.refused.scheme");
            assertThat(trial.refusal("nonsense").problems().getFirst().field()).isEqualTo("address");
            assertThat(catchThrowableOfType(
                                    Refusal.class,
                                    () -> hooks.make(
                                            trial.meeting(), trial.web().address("/"), Set.of()))
                            .problems()
                            .getFirst()
                            .field())
                    .isEqualTo("events");
            assertThat(catchThrowableOfType(Refusal.class, () -> hooks.make(trial.meeting(), "nonsense", Set.of()))
                            .problems())
                    .as("all that is wrong, at once")
                    .extracting(Refusal.Problem::field)
                    .containsExactly("events", "address");
            assertThat(hooks.list(trial.meeting())).isEmpty();
        });
    }

    @Test
    void whoeverDoesNotOrganiseTheMeetingHasNoBusinessHere() {
        var hook = trial.make(ALL).hook();
        var other = scene.meeting();
        var neighbour = scene.someone("NEIGHBOUR", other, Role.ORGANISER);
        Acting.as(neighbour, () -> {
            assertThatThrownBy(() -> hooks.list(trial.meeting())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> hooks.renew(other.meeting(), hook)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> hooks.test(other.meeting(), hook)).isInstanceOf(Refusal.class);
        });
        assertThat(trial.web().asked()).isEmpty();
    }

    @Test
    void aTestAnswersAtOnceAndWhatCannotBeReachedSaysWhy() {
        var hook = trial.make(Set.of(HookEvent.RELEASE_PUBLISHED)).hook();
        trial.acting(() -> hooks.test(trial.meeting(), hook));
        assertThat(trial.only().outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(read(trial.web().asked().getFirst().body()).path("event").asString())
                .isEqualTo("test");

        trial.web().close();
        trial.acting(() -> hooks.test(trial.meeting(), hook));
        assertThat(trial.told(hook).getFirst().problem())
                .hasValueSatisfying(problem -> assertThat(problem.key()).isEqualTo("outside.failed.unreachable"));
    }

    @Test
    void aRemovedOneComesBackForADay() {
        var hook = trial.make(ALL).hook();
        trial.acting(() -> hooks.remove(trial.meeting(), hook));
        trial.propose("Water");
        assertThat(trial.all()).isEmpty();
        trial.acting(() -> hooks.restore(trial.meeting(), hook));
        assertThat(trial.all()).hasSize(1);
        trial.acting(() -> hooks.remove(trial.meeting(), hook));
        clock.advance(Duration.ofDays(2));
        delivering.sweep();
        assertThat(stored.existsById(hook)).isFalse();
    }

    @Test
    void aLongLogCostsWhatAShortOneCosts() {
        log(trial.make(ALL).hook(), 1);
        int few = trial.acting(() -> SqlCounter.count(() -> hooks.list(trial.meeting())));
        for (int i = 0; i < 4; i++) {
            log(trial.make(ALL).hook(), 30);
        }
        int many = trial.acting(() -> SqlCounter.count(() -> hooks.list(trial.meeting())));
        assertThat(many).isEqualTo(few);
        assertThat(trial.all().getLast().deliveries()).hasSize(MeetingHooks.SHOWN);
    }

    private void log(UUID hook, int times) {
        var found = stored.findById(hook).orElseThrow();
        for (int i = 0; i < times; i++) {
            var delivery = new HookDelivery(found, new Cause(HookEvent.TEST, null, 0, ""), clock);
            delivery.delivered(200, "", clock);
            deliveries.save(delivery);
        }
    }

    private static String hmac(String secret, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
