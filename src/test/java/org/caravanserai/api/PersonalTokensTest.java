package org.caravanserai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.caravanserai.api.PersonalTokens.Lifetime;
import org.caravanserai.api.PersonalTokens.Made;
import org.caravanserai.api.PersonalTokens.Standing;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.AccountsForTests;
import org.caravanserai.people.OwnAccount;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class PersonalTokensTest {

    private static final Set<Scope> READING = EnumSet.of(Scope.FAVOURITES_READ, Scope.PROPOSALS_READ);

    @Autowired
    PersonalTokens tokens;

    @Autowired
    TokenDoor door;

    @Autowired
    Persons persons;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountsForTests opening;

    @Autowired
    OwnAccount account;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person me = new Person(PersonName.published("AITMATOVA Saule"));

    @BeforeEach
    void someone() {
        me = Actor.asSystem(() -> persons.save(new Person(PersonName.published("AITMATOVA Saule"))));
        Actor.asSystem(() -> opening.open(me));
    }

    @Test
    void aTokenActsForWhoMadeItWithWhatSheGaveIt() {
        var made = make();

        var bearer = door.enter(made.text()).orElseThrow();

        assertThat(bearer.principal().personKey()).isEqualTo(me.key());
        assertThat(bearer.scopes()).isEqualTo(READING);
        assertThat(made.text()).matches("cvsr_[A-Za-z0-9_-]{32}[0-9a-f]{8}");
        assertThat(made.toString()).doesNotContain(made.text());
    }

    @Test
    void onlyAHashIsKept() {
        var made = make();

        var stored = jdbc.sql("select * from personal_token where id = ?")
                .param(made.key())
                .query()
                .singleRow()
                .values()
                .toString();
        var noted = jdbc.sql("select * from audit_entry").query().listOfRows().toString();

        assertThat(stored).doesNotContain(made.text().substring(5, 37));
        assertThat(noted).contains("PersonalToken").doesNotContain(made.text().substring(5, 37));
    }

    @Test
    void whatIsNotExactlyATokenDoesNotComeIn() {
        var text = make().text();

        assertThat(door.enter(text.substring(1))).isEmpty();
        assertThat(door.enter(text + "0")).isEmpty();
        assertThat(door.enter(text.substring(0, 44) + (text.endsWith("0") ? "1" : "0")))
                .isEmpty();
        assertThat(door.enter(TokenText.of(org.caravanserai.people.OneTimeSecret.random())))
                .isEmpty();
        assertThat(door.enter("")).isEmpty();
    }

    @Test
    void aTokenExpires() {
        var made = make();

        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(door.enter(made.text())).isPresent();
        clock.advance(Duration.ofSeconds(1));

        assertThat(door.enter(made.text())).isEmpty();
        assertThat(standing()).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void aRevokedTokenStopsAtOnceAndCanBeTakenBack() {
        var made = make();

        Acting.as(me.id(), () -> tokens.revoke(made.key()));
        assertThat(door.enter(made.text())).isEmpty();
        assertThat(Acting.as(me.id(), tokens::list)).isEmpty();

        Acting.as(me.id(), () -> tokens.restore(made.key()));
        assertThat(door.enter(made.text())).isPresent();
    }

    @Test
    void nobodyRevokesOrSeesAnothersToken() {
        var made = make();
        var other = Actor.asSystem(() -> persons.save(new Person(PersonName.published("ONO Kei"))));

        Acting.as(other.id(), () -> tokens.revoke(made.key()));

        assertThat(Acting.as(other.id(), tokens::list)).isEmpty();
        assertThat(door.enter(made.text())).isPresent();
    }

    @Test
    void aTokenEndsWithTheSessionsOfItsAccount() {
        var made = make();
        clock.advance(Duration.ofSeconds(1));

        Acting.as(me.id(), account::signOutEverywhere);

        assertThat(door.enter(made.text())).isEmpty();
        assertThat(standing()).isEqualTo(Standing.ENDED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(door.enter(make().text())).isPresent();
    }

    @Test
    void aTokenEndsWithItsAccount() {
        var made = make();

        Actor.asSystem(() -> {
            var hers = accounts.findByPerson(me.key()).orElseThrow();
            hers.disable();
            accounts.save(hers);
        });

        assertThat(door.enter(made.text())).isEmpty();
    }

    @Test
    void itsLastUseIsToldToTheMinute() {
        var made = make();
        assertThat(Acting.as(me.id(), tokens::list).getFirst().lastUsed()).isEmpty();

        var first = clock.instant();
        clock.set(first);
        door.enter(made.text());
        clock.advance(Duration.ofSeconds(59));
        door.enter(made.text());
        assertThat(Acting.as(me.id(), tokens::list).getFirst().lastUsed()).contains(first);

        clock.advance(Duration.ofSeconds(2));
        door.enter(made.text());
        assertThat(Acting.as(me.id(), tokens::list).getFirst().lastUsed()).contains(first.plusSeconds(61));
    }

    @Test
    void aTokenNeedsANameAndARight() {
        refused("api.token.label.wrong", " ", READING);
        refused("api.token.label.wrong", "x".repeat(61), READING);
        refused("api.token.scopes.none", "x", Set.of());
        assertThatThrownBy(() -> Acting.as(me.id(), () -> tokens.make("", Set.of(), Lifetime.WEEK)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problems()).hasSize(2));
    }

    @Test
    void thereAreNotMoreTokensThanCanBeLookedThrough() {
        for (int i = 0; i < PersonalTokens.MOST; i++) {
            make();
        }
        refused("api.token.many", "one more", READING);
    }

    @Test
    void whatStoppedWorkingIsForgottenAfterAMonth() {
        var made = make();
        clock.advance(Duration.ofDays(7 + 29));
        door.sweep();
        assertThat(rows(made)).isOne();

        clock.advance(Duration.ofDays(2));
        door.sweep();
        assertThat(rows(made)).isZero();
    }

    private int rows(Made made) {
        return jdbc.sql("select count(*) from personal_token where id = ?")
                .param(made.key())
                .query(Integer.class)
                .single();
    }

    private Made make() {
        return Acting.as(me.id(), () -> tokens.make("Hall screens", READING, Lifetime.WEEK));
    }

    private Standing standing() {
        return Objects.requireNonNull(Acting.as(me.id(), tokens::list).getFirst())
                .standing();
    }

    private void refused(String key, String label, Set<Scope> scopes) {
        assertThatThrownBy(() -> Acting.as(me.id(), () -> tokens.make(label, scopes, Lifetime.WEEK)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
