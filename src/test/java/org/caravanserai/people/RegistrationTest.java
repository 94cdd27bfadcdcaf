package org.caravanserai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.caravanserai.testing.IntegrationTest;
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
class RegistrationTest {

    private static final String PASSWORD = "four quiet camels walk";

    @Autowired
    Registration registration;

    @Autowired
    SignIn signIn;

    @Autowired
    PasswordRecovery recovery;

    @Autowired
    RememberedBrowsers browsers;

    @Autowired
    AccountSessions sessions;

    @Autowired
    Accounts accounts;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final String email = "r" + UUID.randomUUID().toString().substring(0, 12) + "@kaznu.kz";
    private final String from = "from " + UUID.randomUUID();

    @BeforeEach
    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void whoConfirmsHerAddressCanSignIn() {
        registration.register(typed(email), from);
        assertThat(catchThrowableOfType(Refusal.class, () -> signIn.withPassword(email, PASSWORD, from)))
                .isNotNull();

        var confirmed = registration.confirm(secretOf("verify-email\\?token"));

        assertThat(confirmed.email()).isEqualTo(email);
        var principal = signIn.withPassword("  " + email.toUpperCase(java.util.Locale.ROOT), PASSWORD, from);
        var person = persons.findById(principal.personKey()).orElseThrow();
        assertThat(person.name().nativeScript()).isEqualTo("Айгүл Нұрланова");
        assertThat(person.zone().getId()).isEqualTo("Asia/Almaty");
        assertThat(person.language()).isEqualTo(Language.KK);
    }

    @Test
    void theMailIsInTheReadersLanguage() {
        registration.register(typed(email), from);

        assertThat(mailsTo(email).getFirst()).contains("Құрметті Aigul Nurlanova");
    }

    @Test
    void aSecretWorksOnce() {
        registration.register(typed(email), from);
        var secret = secretOf("verify-email\\?token");
        registration.confirm(secret);

        assertThat(catchThrowableOfType(Refusal.class, () -> registration.confirm(secret))
                        .key())
                .isEqualTo("people.link.gone");
    }

    @Test
    void aSecretIsTooOldAfterThreeDays() {
        registration.register(typed(email), from);
        var secret = secretOf("verify-email\\?token");

        clock.advance(Duration.ofDays(3).plusSeconds(1));

        assertThat(catchThrowableOfType(Refusal.class, () -> registration.confirm(secret))
                        .key())
                .isEqualTo("people.link.gone");
        assertThat(accounts.findByEmail(email)).isEmpty();
    }

    @Test
    void ofTwoWhoUseASecretAtOnceOneWins() throws Exception {
        registration.register(typed(email), from);
        var secret = secretOf("verify-email\\?token");
        var start = new CountDownLatch(1);
        var won = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                threads.submit(() -> {
                    start.await();
                    registration.confirm(secret);
                    return won.incrementAndGet();
                });
            }
            start.countDown();
        }

        assertThat(won.get()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from account where email = ?")
                        .param(email)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void registeringAnAddressThatHasAnAccountAnswersTheSameAndChangesNothing() {
        register();
        var hash = accounts.findByEmail(email).orElseThrow().passwordHash();

        assertThatCode(() -> registration.register(typed(email), from)).doesNotThrowAnyException();

        assertThat(accounts.findByEmail(email).orElseThrow().passwordHash()).isEqualTo(hash);
        assertThat(mailsTo(email).getFirst())
                .contains(email)
                .contains("/forgot")
                .doesNotContain("token=");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> registration.register(
                        new Registration.Typed(PersonName.published("Айгүл"), "nobody", "short", "KZ", Language.EN, ""),
                        from));

        assertThat(refusal.problems())
                .extracting(Refusal.Problem::field)
                .containsExactlyInAnyOrder("published", "email", "password");
    }

    @Test
    void unknownAddressWrongPasswordAndDisabledAccountAreAnsweredAlike() {
        register();
        var wrong = catchThrowableOfType(Refusal.class, () -> signIn.withPassword(email, "wrong", from));
        var unknown = catchThrowableOfType(Refusal.class, () -> signIn.withPassword("x" + email, PASSWORD, from));
        disable();
        var disabled = catchThrowableOfType(Refusal.class, () -> signIn.withPassword(email, PASSWORD, from));

        assertThat(unknown.problems()).isEqualTo(wrong.problems()).isEqualTo(disabled.problems());
    }

    @Test
    void theEleventhAttemptOnAnAccountIsRefusedEvenWithTheRightPassword() {
        register();
        for (int i = 0; i < 10; i++) {
            var attempt = i;
            var _ = catchThrowableOfType(Refusal.class, () -> signIn.withPassword(email, "wrong", from + attempt));
        }

        assertThat(catchThrowableOfType(Refusal.class, () -> signIn.withPassword(email, PASSWORD, from + 99))
                        .key())
                .isEqualTo("people.sign-in.often");
    }

    @Test
    void aForgottenPasswordIsReplacedOnceAndSessionsEnd() {
        var before = register();
        recovery.ask(email, from);
        var secret = secretOf("reset\\?token");
        clock.advance(Duration.ofSeconds(5));

        recovery.reset(secret, "five quiet camels sleep");

        assertThat(sessions.counts(before)).isFalse();
        assertThat(signIn.withPassword(email, "five quiet camels sleep", from).personKey())
                .isEqualTo(before.personKey());
        assertThat(catchThrowableOfType(Refusal.class, () -> recovery.reset(secret, "six quiet camels sleep"))
                        .key())
                .isEqualTo("people.link.gone");
    }

    @Test
    void aRefusedNewPasswordLeavesTheSecretUsable() {
        register();
        recovery.ask(email, from);
        var secret = secretOf("reset\\?token");

        var _ = catchThrowableOfType(Refusal.class, () -> recovery.reset(secret, "short"));

        assertThat(recovery.works(secret)).isTrue();
    }

    @Test
    void askingForAnUnknownAddressAnswersTheSameAndSendsNothing() {
        assertThatCode(() -> recovery.ask(email, from)).doesNotThrowAnyException();

        assertThat(mailsTo(email)).isEmpty();
    }

    @Test
    void aDisabledAccountEndsItsSessionsAndItsRememberedBrowsers() {
        var principal = register();
        var ticket = browsers.remember(principal, "Firefox");
        assertThat(sessions.counts(principal)).isTrue();

        disable();

        assertThat(sessions.counts(principal)).isFalse();
        assertThat(browsers.take(ticket)).isEmpty();
    }

    @Test
    void aRememberedBrowserGetsANewTokenAtEachUse() {
        var first = browsers.remember(register(), "Firefox");

        var second = browsers.take(first).orElseThrow().next();

        assertThat(second.series()).isEqualTo(first.series());
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(browsers.take(second)).isPresent();
    }

    @Test
    void twoTabsThatOpenAtOnceBothStaySignedIn() {
        var first = browsers.remember(register(), "Firefox");
        browsers.take(first);

        assertThat(browsers.take(first)).isPresent();
    }

    @Test
    void aTokenThatComesBackLaterIsATheftAndEndsEverything() {
        var principal = register();
        var stolen = browsers.remember(principal, "Firefox");
        var other = browsers.remember(principal, "Telephone");
        browsers.take(stolen);
        clock.advance(Duration.ofMinutes(2));

        assertThat(browsers.take(stolen)).isEmpty();

        assertThat(browsers.take(other)).isEmpty();
        assertThat(sessions.counts(principal)).isFalse();
    }

    @Test
    void hostileNamesAreKeptAsTheyAreAndHarmNobody() {
        var hostile = "Robert\"; drop table person;-- <script>alert(1)</script>\r\nBcc: x@y.zz";
        registration.register(
                new Registration.Typed(PersonName.published(hostile), email, PASSWORD, "JP", Language.EN, ""), from);

        assertThat(mailsTo(email).getFirst()).doesNotContain("\r\nBcc");
        var html = jdbc.sql("select html_body from outbox_message where recipient = ?")
                .param(email)
                .query(String.class)
                .single();
        assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    private AccountPrincipal register() {
        registration.register(typed(email), from);
        registration.confirm(secretOf("verify-email\\?token"));
        return signIn.withPassword(email, PASSWORD, from);
    }

    private void disable() {
        var account = accounts.findByEmail(email).orElseThrow();
        account.disable();
        accounts.save(account);
    }

    private static Registration.Typed typed(String email) {
        return new Registration.Typed(
                new PersonName(
                        "Aigul Nurlanova",
                        "Nurlanova",
                        "Aigul",
                        PersonName.Order.GIVEN_FIRST,
                        "Айгүл Нұрланова",
                        "",
                        ""),
                email,
                PASSWORD,
                "KZ",
                Language.KK,
                "");
    }

    private List<String> mailsTo(String recipient) {
        return new ArrayList<>(jdbc.sql("select text_body from outbox_message where recipient = ? order by id desc")
                .param(recipient)
                .query(String.class)
                .list());
    }

    private OneTimeSecret secretOf(String path) {
        var matcher = java.util.regex.Pattern.compile(path + "=([A-Za-z0-9_-]+)")
                .matcher(mailsTo(email).getFirst());
        assertThat(matcher.find()).isTrue();
        return new OneTimeSecret(matcher.group(1));
    }
}
