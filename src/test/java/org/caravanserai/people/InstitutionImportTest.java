package org.caravanserai.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravanserai.people.InstitutionImport.State;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SharedData;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

// The directory holds another's names afterwards: others need the one that is shipped.
@DirtiesContext
@IntegrationTest
class InstitutionImportTest {

    @Autowired
    InstitutionImport imports;

    @Autowired
    InstitutionAdministration administration;

    @Autowired
    InstitutionDirectory directory;

    @Autowired
    LiveUpdates updates;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theRealDumpComesInWholeAndAgainWithoutDuplicates() {
        var file = SharedData.file("institutions/ror-v2-central-asia-japan.json.gz");

        var first = take(file);
        var second = take(file);

        assertThat(first.read()).isEqualTo(5_837);
        assertThat(first.states())
                .containsEntry(InstitutionState.WITHDRAWN, 72)
                .containsEntry(InstitutionState.INACTIVE, 71);
        assertThat(second.same()).isEqualTo(5_837);
        assertThat(second.added() + second.changed() + second.kept()).isZero();
        assertThat(jdbc.sql("select count(distinct ror) - count(*) from institution")
                        .query(Long.class)
                        .single())
                .isZero();
        var found = Actor.asSystem(() -> directory.search("電子航法研究所", 5)).getFirst();
        assertThat(found.printedName()).isEqualTo("Electronic Navigation Research Institute");
        assertThat(found.city()).isEqualTo("Tokyo");
        assertThat(Actor.asSystem(() -> directory.search("Denshi Kōhō", 5))).contains(found);
        assertThat(Actor.asSystem(() -> directory.search("ENRI", 5)).getFirst()).isEqualTo(found);
    }

    @Test
    void namesInLanguagesThatTheRegistryLacksStay() {
        var alFarabi = "03q0vrn42";

        take(RorDumps.record(alFarabi, "active", "Name of the registry", ""));
        take(RorDumps.record(alFarabi, "active", "Newer name", ""));

        var name = read(alFarabi).content().name();
        assertThat(name.exactly(Language.EN)).isEqualTo("Newer name");
        assertThat(name.exactly(Language.KK)).isEqualTo("Сынақ Newer name");
        assertThat(name.exactly(Language.JA)).isEqualTo("アル＝ファラビ・カザフ国立大学");
        assertThat(Actor.asSystem(() -> directory.search("アル＝ファラビ", 5))
                        .getFirst()
                        .printedName())
                .isEqualTo("Newer name");
    }

    @Test
    void aNewerDumpChangesWhatItKnowsBetterAndMarksWhatIsGone() {
        var ror = RorDumps.ror(3_000_001);
        take(RorDumps.record(ror, "active", "Before", ""));

        var again = take(RorDumps.record(ror, "withdrawn", "After", ""));

        assertThat(again.changed()).isEqualTo(1);
        var found = read(ror);
        assertThat(found.state()).isEqualTo(InstitutionState.WITHDRAWN);
        assertThat(found.content().name().exactly(Language.EN)).isEqualTo("After");
        assertThat(found.version()).isEqualTo(1);
    }

    @Test
    void whatWasCorrectedByHandStaysAndItsStateFollowsTheRegistry() {
        var ror = RorDumps.ror(3_000_011);
        take(RorDumps.record(ror, "active", "Registry Name", ""));
        var before = read(ror);
        Actor.asSystem(() -> administration.correct(
                before.key(),
                before.version(),
                new Institution.Content(
                        LocalizedText.english("Corrected Name").with(Language.JA, "訂正名"),
                        List.of(" former \u202E name ", ""),
                        List.of("CNX"),
                        "Samarkand",
                        "https://corrected.example")));

        var again = take(RorDumps.record(ror, "inactive", "Registry Name 2", ""));

        assertThat(again.kept()).isEqualTo(1);
        var found = read(ror);
        assertThat(found.edited()).isTrue();
        assertThat(found.state()).isEqualTo(InstitutionState.INACTIVE);
        assertThat(found.content().name().exactly(Language.EN)).isEqualTo("Corrected Name");
        assertThat(found.content().aliases()).containsExactly("former name");
        assertThat(found.content().city()).isEqualTo("Samarkand");
        assertThat(take(RorDumps.record(ror, "inactive", "Registry Name 2", "")).same())
                .isEqualTo(1);
    }

    @Test
    void aCorrectionOfAnOlderVersionIsRefused() {
        var ror = RorDumps.ror(3_000_021);
        take(RorDumps.record(ror, "active", "One", ""));
        var seen = read(ror);
        take(RorDumps.record(ror, "active", "Two", ""));

        assertThat(catchThrowableOfType(
                        OptimisticLockingFailureException.class,
                        () -> Actor.asSystem(() -> administration.correct(seen.key(), seen.version(), seen.content()))))
                .isNotNull();
        assertThat(read(ror).content().name().exactly(Language.EN)).isEqualTo("Two");
    }

    @Test
    void aCorrectionThatCannotBeTakenSaysEverythingAtOnce() {
        var ror = RorDumps.ror(3_000_031);
        take(RorDumps.record(ror, "active", "One", ""));
        var seen = read(ror);
        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> Actor.asSystem(() -> administration.correct(
                        seen.key(),
                        seen.version(),
                        new Institution.Content(
                                LocalizedText.EMPTY, List.of("x".repeat(500)), List.of(), "", "javascript:alert(1)"))));

        assertThat(refusal.problems())
                .extracting(Refusal.Problem::field)
                .containsExactlyInAnyOrder("name", "aliases", "website");
    }

    @Test
    void aDumpThatBreaksInTheMiddleLeavesNothing() {
        var records = IntStream.range(3_100_000, 3_100_700)
                .mapToObj(n -> RorDumps.record(RorDumps.ror(n), "active", "Half " + n, ""))
                .collect(Collectors.joining(","));

        var refusal = catchThrowableOfType(
                Refusal.class, () -> take(RorDumps.file(("[" + records + ",{\"id\"").getBytes(UTF_8))));

        assertThat(refusal.key()).isEqualTo("institution.import.broken");
        assertThat(refusal.problems().getFirst().arguments()).containsExactly(700);
        assertThat(jdbc.sql("select count(*) from institution where printed_name like 'Half %'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anInstitutionThatIsTwiceInAFileComesInOnce() {
        var ror = RorDumps.ror(3_000_041);
        take(RorDumps.record(ror, "active", "Twice", "") + "," + RorDumps.record(ror, "active", "Twice again", ""));

        assertThat(read(ror).content().name().exactly(Language.EN)).isEqualTo("Twice again");
    }

    @Test
    void inTheBackgroundItTellsHowFarItIsAndDeletesTheFile() throws Exception {
        var file = many(3_200_000, 1_200);
        var told = new ArrayList<State>();
        var ended = new CountDownLatch(1);
        var listening = updates.listen(InstitutionImport.CHANNEL, message -> {
            synchronized (told) {
                told.add((State) message);
            }
            if (!(message instanceof State.Running)) {
                ended.countDown();
            }
        });
        Actor.asSystem(() -> imports.start(file));

        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        listening.end();
        assertThat(Actor.asSystem(imports::state))
                .isInstanceOfSatisfying(
                        State.Done.class,
                        done -> assertThat(done.result().read()).isEqualTo(1_200));
        synchronized (told) {
            assertThat(told).hasAtLeastOneElementOfType(State.Running.class);
        }
        for (int i = 0; i < 100 && Files.exists(file); i++) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aCancelledImportLeavesNothing() throws Exception {
        var file = many(3_300_000, 3_000);
        var ended = new CountDownLatch(1);
        var listening = updates.listen(InstitutionImport.CHANNEL, message -> {
            if (message instanceof State.Running) {
                Actor.asSystem(imports::cancel);
            } else {
                ended.countDown();
            }
        });
        Actor.asSystem(() -> imports.start(file));

        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        listening.end();
        assertThat(Actor.asSystem(imports::state)).isInstanceOf(State.Cancelled.class);
        assertThat(jdbc.sql("select count(*) from institution where ror = ?")
                        .param(RorDumps.ror(3_300_000))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private InstitutionAdministration.Detail read(String ror) {
        return Actor.asSystem(() -> administration.read(new Ror(ror))).orElseThrow();
    }

    private InstitutionImport.Result take(String records) {
        return take(RorDumps.file(("[" + records + "]").getBytes(UTF_8)));
    }

    private InstitutionImport.Result take(Path file) {
        return Actor.asSystem(() -> imports.take(file));
    }

    private static Path many(int from, int count) {
        return RorDumps.file(IntStream.range(from, from + count)
                .mapToObj(n -> RorDumps.record(RorDumps.ror(n), "active", "Many " + n, ""))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(UTF_8));
    }
}
