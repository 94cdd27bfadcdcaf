package org.caravanserai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.caravanserai.people.OwnProfile.Missing;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@IntegrationTest
class OwnProfileTest {

    private static final PersonName SATO =
            new PersonName("SATO Junichi", "SATO", "Junichi", PersonName.Order.FAMILY_FIRST, "佐藤 純一", "さとう じゅんいち", "");

    @Autowired
    OwnProfile profile;

    @Autowired
    OwnPicture pictures;

    @Autowired
    InstitutionDirectory directory;

    @Autowired
    Persons persons;

    private PersonId me = new PersonId(new UUID(0, 0));

    @BeforeEach
    void aPerson() {
        me = persons.save(new Person(PersonName.published("Somebody New"))).id();
    }

    @Test
    void everyPartIsKeptAndReadAgain() {
        var tokyo = Actor.asSystem(() -> directory.find(new Ror("057zh3y96"))).orElseThrow();
        mine(() -> {
            var version = profile.rename(profile.read().version(), SATO);
            version = profile.title(version, Salutation.PROF, Degree.CANDIDATE, Rank.PROFESSOR);
            version = profile.work(version, tokyo.affiliation(), "JP", "https://orcid.org/0000-0002-1825-0097");
            version = profile.locate(version, Language.JA, Set.of("ja", "en", "ru"), ZoneId.of("Asia/Tokyo"));
            version = profile.interestIn(version, Set.of("aral-sea", "health"));
            return profile.introduce(
                    version, LocalizedText.english("Studies dust.").with(Language.JA, "砂塵を研究。"));
        });

        var kept = mine(profile::read);

        assertThat(kept.name()).isEqualTo(SATO);
        assertThat(kept.salutation()).isEqualTo(Salutation.PROF);
        assertThat(kept.degree()).isEqualTo(Degree.CANDIDATE);
        assertThat(kept.rank()).isEqualTo(Rank.PROFESSOR);
        assertThat(kept.institution()).contains(tokyo);
        assertThat(kept.affiliation().words()).isEqualTo("The University of Tokyo");
        assertThat(kept.orcid()).isEqualTo("0000-0002-1825-0097");
        assertThat(kept.languages()).containsExactlyInAnyOrder("ja", "en", "ru");
        assertThat(kept.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(kept.interests()).containsExactlyInAnyOrder("aral-sea", "health");
        assertThat(kept.biography().exactly(Language.JA)).isEqualTo("砂塵を研究。");
        assertThat(missing()).isEmpty();
    }

    @Test
    void whatIsBasedOnAnOlderVersionIsRefusedAndChangesNothing() {
        var seen = mine(profile::read).version();
        mine(() -> profile.rename(seen, SATO));

        assertThat(catchThrowableOfType(
                        OptimisticLockingFailureException.class,
                        () -> mine(() -> profile.rename(seen, PersonName.published("Other Name")))))
                .isNotNull();
        assertThat(mine(profile::read).name()).isEqualTo(SATO);
    }

    @Test
    void aNewPictureDoesNotMakeWhatIsBeingTypedStale() throws Exception {
        var seen = mine(profile::read).version();
        var picture = PortraitTest.picture(100, 100, "png");
        mine(() -> pictures.show(picture));

        mine(() -> profile.rename(seen, SATO));

        assertThat(mine(profile::read).picture()).isPresent();
    }

    @Test
    void aMononymIsAName() {
        var one = new PersonName("Suharto", "", "Suharto", PersonName.Order.MONONYM, "", "", "");

        mine(() -> profile.rename(profile.read().version(), one));

        assertThat(mine(profile::read).name()).isEqualTo(one);
    }

    @Test
    void everythingWrongInANameIsSaidAtOnceAndTheNameStays() {
        var wrong = new PersonName("佐藤", "Сато", "", PersonName.Order.FAMILY_FIRST, "佐藤", "Sato", "");

        var refusal = refused(() -> profile.rename(profile.read().version(), wrong));

        assertThat(refusal.problems())
                .extracting(Refusal.Problem::field)
                .containsExactlyInAnyOrder("published", "family", "kana");
        assertThat(mine(profile::read).name().published()).isEqualTo("Somebody New");
    }

    @Test
    void anAffiliationMayBeTyped() {
        mine(() -> profile.work(profile.read().version(), Affiliation.typed("  Institute \u202E of Dust "), "", ""));

        var kept = mine(profile::read);
        assertThat(kept.affiliation()).isEqualTo(Affiliation.typed("Institute of Dust"));
        assertThat(kept.institution()).isEmpty();
    }

    @Test
    void theNameOfAnInstitutionIsTheDirectorysWhateverTheCallerSays() {
        var tokyo = Actor.asSystem(() -> directory.find(new Ror("057zh3y96"))).orElseThrow();
        mine(() -> profile.work(
                profile.read().version(), new Affiliation(Optional.of(tokyo.key()), "Nonsense"), "JP", ""));

        assertThat(mine(profile::read).affiliation().words()).isEqualTo("The University of Tokyo");
    }

    @Test
    void whatCannotBeIsRefusedUnderItsField() {
        var gone = new Affiliation(Optional.of(UUID.randomUUID()), "x");
        assertThat(refused(() -> profile.work(profile.read().version(), gone, "XX", "0000-0002-1825-0098"))
                        .problems())
                .extracting(Refusal.Problem::field)
                .containsExactlyInAnyOrder("affiliation", "country", "orcid");
        assertThat(refused(() -> profile.locate(
                                profile.read().version(), Language.EN, Set.of("en,xx"), ZoneId.of("UTC")))
                        .key())
                .isEqualTo("profile.languages.many");
        assertThat(refused(() -> profile.interestIn(profile.read().version(), Set.of("a,b")))
                        .key())
                .isEqualTo("profile.interests.many");
        assertThat(refused(() -> profile.introduce(profile.read().version(), LocalizedText.english("x".repeat(2_000))))
                        .key())
                .isEqualTo("people.text.long");
    }

    @Test
    void whatOthersMissDependsOnWhoOneIs() {
        assertThat(missing()).containsExactly(Missing.AFFILIATION, Missing.COUNTRY, Missing.INTERESTS);

        mine(() -> profile.work(profile.read().version(), Affiliation.typed("X"), "JP", ""));
        assertThat(missing()).containsExactly(Missing.NATIVE_SCRIPT, Missing.INTERESTS);

        mine(() -> profile.rename(
                profile.read().version(), new PersonName("A B", "", "", PersonName.Order.GIVEN_FIRST, "佐藤", "", "")));
        assertThat(missing()).containsExactly(Missing.KANA, Missing.INTERESTS);

        mine(() -> profile.work(profile.read().version(), Affiliation.typed("X"), "UZ", ""));
        assertThat(missing()).containsExactly(Missing.INTERESTS);
    }

    @Test
    void keepingAPartCostsFewStatements() {
        var version = mine(profile::read).version();
        // One of them tells every process that the search has to learn the new name.
        assertThat(mine(() -> SqlCounter.count(() -> profile.rename(version, SATO))))
                .isLessThanOrEqualTo(3 + 1);
        assertThat(mine(() -> SqlCounter.count(() -> profile.read()))).isLessThanOrEqualTo(2);
    }

    private Set<Missing> missing() {
        return mine(profile::missing);
    }

    private Refusal refused(Supplier<Long> work) {
        return catchThrowableOfType(Refusal.class, () -> mine(work));
    }

    private <T> T mine(Supplier<T> work) {
        return Acting.as(me, work);
    }
}
