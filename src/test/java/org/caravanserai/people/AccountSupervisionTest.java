package org.caravanserai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class AccountSupervisionTest {

    private static final String PASSWORD = "four quiet camels walk";

    @Autowired
    AccountSupervision supervision;

    @Autowired
    AuditReading audit;

    @Autowired
    AccountSweep sweep;

    @Autowired
    Registration registration;

    @Autowired
    RememberedBrowsers browsers;

    @Autowired
    AccountSessions sessions;

    @Autowired
    Accounts accounts;

    @Autowired
    RoleGrants grants;

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final String run = Ids.code().toLowerCase(java.util.Locale.ROOT);
    private Account administrator;

    @BeforeEach
    void makeAnAdministrator() {
        clock.reset();
        administrator = account("Gulnora Rahimova " + run, "admin");
        grants.save(new RoleGrant(administrator.person(), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
    }

    @AfterEach
    void forgetTheAdministrator() {
        clock.reset();
        grants.findByPerson(administrator.person().value()).forEach(grants::delete);
    }

    @Test
    void accountsAreFoundByNameInAnySpellingByAddressAndByState() {
        var shavkat = account("Шавкат Каримов " + run, "shavkat");
        asAdministrator(() -> {
            assertThat(keys("Shavkat " + run, Optional.empty())).containsExactly(shavkat.key());
            assertThat(keys("shavkat-" + run, Optional.empty())).containsExactly(shavkat.key());
            var other = account("Other " + run, "aa-bb");
            assertThat(keys("aa-bb-" + run, Optional.empty())).containsExactly(other.key());
            assertThat(keys("aa_bb-" + run, Optional.empty())).isEmpty();
            supervision.disable(shavkat.key());
            assertThat(keys(run, Optional.of(AccountRow.State.DISABLED))).containsExactly(shavkat.key());
            assertThat(keys(run, Optional.of(AccountRow.State.USABLE))).contains(administrator.key());
        });
    }

    @Test
    void aDisabledAccountEndsItsSessionsAtOnceAndForgetsItsBrowsers() {
        var account = account("Aigul " + run, "aigul");
        var principal = new AccountPrincipal(account.key(), account.person().value(), clock.instant());
        var ticket = browsers.remember(principal, "Firefox");
        assertThat(sessions.counts(principal)).isTrue();

        asAdministrator(() -> supervision.disable(account.key()));

        assertThat(sessions.counts(principal)).isFalse();
        asAdministrator(() -> supervision.enable(account.key()));
        assertThat(sessions.counts(principal)).isTrue();
        assertThat(browsers.take(ticket)).as("its browsers stay forgotten").isEmpty();
    }

    @Test
    void theLastAdministratorCanNeitherResignNorBeSwitchedOff() {
        asAdministrator(() -> {
            onlyAdministrator(() -> {
                assertThat(refusal(() -> supervision.dismiss(administrator.key())))
                        .isEqualTo("roles.last.administrator");
                assertThat(refusal(() -> supervision.disable(administrator.key())))
                        .isEqualTo("roles.last.administrator");
            });
        });
        var second = account("Second " + run, "second");
        asAdministrator(() -> {
            supervision.appoint(second.key());
            supervision.appoint(second.key());
            supervision.dismiss(administrator.key());
        });
        assertThat(grants.findByPerson(administrator.person().value())).isEmpty();
        grants.findByPerson(second.person().value()).forEach(grants::delete);
    }

    @Test
    void anAccountThatCannotSignInIsNotMadeAnAdministrator() {
        var account = account("Off " + run, "off");
        asAdministrator(() -> {
            supervision.disable(account.key());
            assertThat(refusal(() -> supervision.appoint(account.key()))).isEqualTo("roles.person.unreachable");
        });
    }

    @Test
    void aRegistrationThatWaitsIsSeenAndGetsANewLinkWhileTheOldOneStopsWorking() {
        var email = "new-" + run + "@kaznu.kz";
        register(email);
        var first = secret(email);
        clock.advance(Duration.ofDays(2));
        var row = Acting.as(
                        administrator.person(),
                        () -> supervision.find(run, Optional.of(AccountRow.State.WAITING), 0, 10))
                .getFirst();
        assertThat(row.email()).isEqualTo(email);
        assertThat(row.person()).isEmpty();

        asAdministrator(() -> supervision.resendVerification(row.key()));

        var second = secret(email);
        assertThat(second).isNotEqualTo(first);
        assertThat(refusal(() -> registration.confirm(first))).isEqualTo("people.link.gone");
        clock.advance(Duration.ofDays(2));
        assertThat(registration.confirm(second).email()).isEqualTo(email);
        asAdministrator(() -> {
            assertThat(refusal(() -> supervision.resendVerification(row.key()))).isEqualTo("roles.waiting.gone");
            assertThat(keys(run, Optional.of(AccountRow.State.WAITING))).isEmpty();
        });
    }

    @Test
    void theDetailTellsRolesAndBrowsers() {
        var meeting = fixtures.openMeeting();
        var account = account("Busy " + run, "busy");
        fixtures.grant(account.person(), Role.REVIEWER, meeting);
        browsers.remember(new AccountPrincipal(account.key(), account.person().value(), clock.instant()), "Firefox");

        var detail = Acting.as(
                administrator.person(), () -> supervision.look(account.key()).orElseThrow());

        assertThat(detail.roles().values()).containsExactly(List.of(Role.REVIEWER));
        assertThat(detail.browsers())
                .extracting(OwnAccount.Browser::description)
                .containsExactly("Firefox");
    }

    @Test
    void theTrailTellsWhoDidWhatToWhomAndIsReadPageByPage() {
        var account = account("Traced " + run, "traced");
        asAdministrator(() -> {
            for (int i = 0; i < 3; i++) {
                supervision.disable(account.key());
                supervision.enable(account.key());
            }
            var ofObject = new AuditFilter(
                    Optional.of(administrator.person().value()),
                    Optional.of(account.key()),
                    "Account",
                    Optional.empty(),
                    Optional.empty());
            var all = audit.page(ofObject, Optional.empty(), 100);
            assertThat(all)
                    .hasSize(6)
                    .allSatisfy(line -> assertThat(line.name()).isPresent());
            assertThat(all.getFirst().changes().get("disabled")).isEqualTo(new AuditReading.Change("true", "false"));
            var first = audit.page(ofObject, Optional.empty(), 4);
            var mark =
                    new AuditReading.Mark(first.getLast().at(), first.getLast().key());
            var second = audit.page(ofObject, Optional.of(mark), 4);
            assertThat(first).hasSize(4);
            assertThat(second).hasSize(2);
            assertThat(all)
                    .containsExactlyElementsOf(java.util.stream.Stream.concat(first.stream(), second.stream())
                            .toList());
            assertThat(audit.about(account.person(), Optional.empty(), 100)).containsAll(all);
            var tomorrow = new AuditFilter(
                    Optional.empty(),
                    Optional.of(account.key()),
                    "",
                    Optional.of(clock.instant().plus(Duration.ofDays(1))),
                    Optional.empty());
            assertThat(audit.page(tomorrow, Optional.empty(), 100)).isEmpty();
        });
    }

    @Test
    void noSecretIsInTheTrail() {
        var account = account("Secret " + run, "secret");
        Actor.asSystem(() -> {
            account.changePassword("{argon2}hash-of-" + run);
            accounts.save(account);
        });

        asAdministrator(() -> assertThat(
                        audit.about(account.person(), Optional.empty(), 100).toString())
                .doesNotContain("hash-of"));
    }

    @Test
    void listsCostTheSameForTenAndForAThousandRows() {
        for (int i = 0; i < 10; i++) {
            account("Many " + run + " " + i, "many" + i);
        }
        var ten = statements();
        for (int i = 10; i < 300; i++) {
            account("Many " + run + " " + i, "many" + i);
        }

        assertThat(statements()).isEqualTo(ten);
    }

    @Test
    void theSweepTakesWhatNoLongerWorksAndNothingElse() {
        var email = "swept-" + run + "@kaznu.kz";
        register(email);
        var account = account("Swept " + run, "swept");
        var principal = new AccountPrincipal(account.key(), account.person().value(), clock.instant());
        browsers.remember(principal, "Old");
        clock.advance(Duration.ofDays(29));
        var recent = browsers.remember(principal, "New");
        var mail = "kept-" + run + "@kaznu.kz";
        register(mail);
        clock.advance(Duration.ofDays(2));

        var swept = sweep.sweep();

        assertThat(swept.secrets()).isPositive();
        assertThat(swept.browsers()).isPositive();
        assertThat(browsers.of(account))
                .extracting(OwnAccount.Browser::description)
                .containsExactly("New");
        assertThat(browsers.take(recent)).isPresent();
        asAdministrator(() -> assertThat(supervision.find(run, Optional.of(AccountRow.State.WAITING), 0, 10))
                .extracting(AccountRow::email)
                .containsExactly(mail));
    }

    /** The roles of who asks are kept for two seconds: asking twice leaves out what it costs to read them anew. */
    private int statements() {
        return Math.min(counted(), counted());
    }

    private int counted() {
        return Acting.as(
                administrator.person(),
                () -> SqlCounter.count(() -> {
                    supervision.count(run, Optional.empty());
                    supervision.find(run, Optional.empty(), 0, 500);
                    supervision.counts();
                    audit.page(AuditFilter.ALL, Optional.empty(), 500);
                }));
    }

    private List<UUID> keys(String words, Optional<AccountRow.State> state) {
        return supervision.find(words, state, 0, 50).stream()
                .map(AccountRow::key)
                .toList();
    }

    private Account account(String name, String address) {
        var account =
                new Account(fixtures.person(name), new EmailAddress(address + "-" + run + "@example.org"), "", clock);
        account.verify(clock);
        return accounts.save(account);
    }

    private void register(String email) {
        registration.register(
                new Registration.Typed(
                        new PersonName("Aigul " + run, run, "Aigul", PersonName.Order.GIVEN_FIRST, "", "", ""),
                        email,
                        PASSWORD,
                        "KZ",
                        Language.EN,
                        ""),
                "from " + UUID.randomUUID());
    }

    private OneTimeSecret secret(String email) {
        var text = jdbc.sql("select text_body from outbox_message where recipient = ? order by id desc")
                .param(email)
                .query(String.class)
                .list()
                .getFirst();
        var matcher = java.util.regex.Pattern.compile("token=([A-Za-z0-9_-]+)").matcher(text);
        assertThat(matcher.find()).isTrue();
        return new OneTimeSecret(matcher.group(1));
    }

    /** Other tests of this JVM leave administrators behind: their accounts do not count for the time of the work. */
    private void onlyAdministrator(Runnable work) {
        var others = jdbc.sql("select a.id from account a join role_grant g on g.person = a.person"
                        + " where g.role = 'ADMINISTRATOR' and a.disabled = false and a.id <> ?")
                .param(administrator.key())
                .query(UUID.class)
                .list();
        others.forEach(key -> jdbc.sql("update account set disabled = true where id = ?")
                .param(key)
                .update());
        try {
            work.run();
        } finally {
            others.forEach(key -> jdbc.sql("update account set disabled = false where id = ?")
                    .param(key)
                    .update());
        }
    }

    private void asAdministrator(Runnable work) {
        Acting.as(administrator.person(), work);
    }

    private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        var refusal = catchThrowableOfType(Refusal.class, work);
        return refusal == null ? "" : refusal.key();
    }
}
