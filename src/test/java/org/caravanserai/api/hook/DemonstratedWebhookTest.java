package org.caravanserai.api.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caravanserai.api.hook.MeetingHooks.Delivery;
import org.caravanserai.api.hook.MeetingHooks.Outcome;
import org.caravanserai.api.hook.MeetingHooks.Standing;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

@IntegrationTest
@ActiveProfiles("demo")
class DemonstratedWebhookTest {

    @Autowired
    MeetingHooks hooks;

    @Autowired
    Meetings meetings;

    @Autowired
    Accounts accounts;

    @Autowired
    PeopleProperties properties;

    @Test
    void theDemonstrationHasAWebhookThatIsOffAndItsLogWithoutAskingTheNetwork() {
        var line = line();

        assertThat(line.standing()).isEqualTo(Standing.OFF);
        assertThat(line.address()).startsWith("https://").contains(".example/");
        assertThat(line.events()).hasSize(4);
        assertThat(line.deliveries())
                .extracting(Delivery::outcome)
                .contains(Outcome.DELIVERED, Outcome.GIVEN_UP)
                .doesNotContain(Outcome.WAITING);
        assertThat(line.deliveries())
                .extracting(Delivery::event)
                .contains(HookEvent.RELEASE_PUBLISHED, HookEvent.DECISION_SENT, HookEvent.PROPOSAL_CONFIRMED);
        assertThat(line.deliveries())
                .filteredOn(delivery -> delivery.outcome() == Outcome.GIVEN_UP)
                .allSatisfy(delivery -> assertThat(delivery.attempts()).isEqualTo(HookDelivery.ATTEMPTS))
                .anySatisfy(delivery ->
                        assertThat(delivery.problem().map(Refusal.Problem::key)).contains("outside.failed.slow"))
                .anySatisfy(delivery -> assertThat(delivery.status()).isEqualTo(503));
        assertThat(line.deliveries())
                .filteredOn(delivery -> delivery.release() == 0)
                .allSatisfy(delivery -> assertThat(delivery.proposal()).isNotEmpty());
    }

    private MeetingHooks.Line line() {
        var meeting = meetings.findBySlug("astana-2027").orElseThrow().id();
        var organiser = accounts.findByEmail(properties.demo().getOrDefault("organiser", ""))
                .map(Account::person)
                .orElseThrow();
        List<MeetingHooks.Line> all = Acting.as(organiser, () -> hooks.list(meeting));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
