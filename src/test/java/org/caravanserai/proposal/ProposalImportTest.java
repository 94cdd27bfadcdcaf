package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravanserai.people.Person;
import org.caravanserai.people.Role;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.proposal.ProposalImport.Choices;
import org.caravanserai.proposal.ProposalImport.DryRun;
import org.caravanserai.proposal.ProposalImport.Progress;
import org.caravanserai.proposal.ProposalImport.Receipt;
import org.caravanserai.proposal.sheet.SheetProblem;
import org.caravanserai.proposal.sheet.SheetProblem.Kind;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class ProposalImportTest {

    private static final Choices ALL = new Choices(false, Map.of());

    @Autowired
    Proposing proposing;

    @Autowired
    SheetUpload upload;

    @Autowired
    ProposalImport imports;

    @Autowired
    ImportUndoing undoing;

    @Autowired
    Proposals proposals;

    @Autowired
    Contributors contributors;

    @Autowired
    ProposalDrafting drafting;

    @Autowired
    ProposalReading reading;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private Proposing.Setting setting;
    private Person organiser;

    @BeforeEach
    void aMeetingWithAnOrganiser() {
        setting = proposing.meeting();
        organiser = proposing.person("Asel NURLANOVA", Role.ORGANISER, setting.meeting());
    }

    @Test
    void allRealTalksComeInFromTextWithTheirLanguages() {
        var rows = SharedTalks.rows();
        put("talks.csv", SharedTalks.csv(rows, StandardCharsets.UTF_8, ';'));

        var run = check();
        assertThat(stopping(run)).isEmpty();
        var receipt = take(ALL);

        assertThat(receipt.proposals()).isEqualTo(1_090);
        var byLanguage = all().stream().collect(Collectors.groupingBy(Proposal::talkLanguage, Collectors.counting()));
        assertThat(byLanguage).isEqualTo(Map.of("en", 725L, "ja", 233L, "ru", 110L, "pt", 13L, "es", 9L));
        var japanese = all().stream()
                .filter(p -> p.talkLanguage().equals("ja"))
                .filter(p -> !p.title().exactly(Language.JA).isEmpty())
                .toList();
        assertThat(japanese).hasSizeGreaterThan(150);
        assertThat(all())
                .allMatch(p -> p.state() == ProposalState.SUBMITTED
                        && !p.title().exactly(Language.EN).isEmpty());
        assertThat(people()).isGreaterThan(1_100);
    }

    @Test
    void allRealTalksComeInFromAWorkbookJustTheSame() {
        var rows = SharedTalks.rows();
        put("talks.xlsx", SharedTalks.xlsx(rows));

        assertThat(take(ALL).proposals()).isEqualTo(1_090);
        var titles = all().stream().map(p -> p.title().all()).toList();
        assertThat(titles).anyMatch(t -> t.contains("Seismic Analyses"));
        assertThat(proposals.titlesOf(setting.key())).hasSize(1_090);
    }

    @Test
    void nothingIsTakenInWhileOneRowIsWrongAndEveryProblemNamesItsCell() {
        put("a.csv", text("""
                Title,Type,Duration,Language,Author 1,Author 1 email,Country,State
                Good,Talk,20,English,SATO Junichi,sato@example.org,Japan,accepted
                ,Talk,20,en,A,a@example.org,,
                Bad,Opera,ten,Klingon,B,not-an-address,Atlantis,unsure
                """));

        var run = check();

        assertThat(run.problems().stream().filter(p -> p.kind().weight() == SheetProblem.Weight.STOPS))
                .extracting(p -> p.row() + " " + p.column() + " " + p.kind())
                .containsExactly(
                        "3 0 TITLE_MISSING",
                        "4 1 TYPE_UNKNOWN",
                        "4 2 MINUTES_UNREADABLE",
                        "4 3 LANGUAGE_UNKNOWN",
                        "4 5 EMAIL_MALFORMED",
                        "4 7 STATE_UNKNOWN");
        assertThatThrownBy(() -> take(ALL)).isInstanceOf(Refusal.class).hasMessageContaining("sheet.stopped");
        assertThat(all()).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysWhatIsThere() {
        var file = text("ID,Title,Speakers\n17,Salt,Dilnoza Karimova\n18,Dust,Dilnoza Karimova\n");
        put("a.csv", file);
        take(ALL);
        put("a.csv", text(new String(file, StandardCharsets.UTF_8) + "19,Water,SATO Junichi\n"));

        var run = check();
        assertThat(run.problems()).extracting(SheetProblem::kind).contains(Kind.ID_KNOWN);
        assertThat(run.knownRows()).containsExactlyInAnyOrder(2, 3);
        assertThatThrownBy(() -> take(ALL)).isInstanceOf(Refusal.class);
        assertThat(take(new Choices(true, Map.of())).proposals()).isEqualTo(1);
        assertThat(all()).hasSize(3);
    }

    @Test
    void rowsThatAreThereTwiceOrBearATitleThatIsThereAreKnownAndTwoIdsThatAreOneStop() {
        put("a.csv", text("Title,Speakers\nSalt,A B\nSalt,A B\nDust,C D\n"));
        assertThat(check().problems()).extracting(p -> p.row() + " " + p.kind()).contains("3 ROW_TWICE");
        take(new Choices(true, Map.of()));
        put("b.csv", text("Title,Speakers\nsalt,E F\n"));
        assertThat(check().problems()).extracting(SheetProblem::kind).contains(Kind.TITLE_KNOWN);
        put("c.csv", text("ID,Title,Speakers\n1,New,A\n1,Newer,B\n"));
        assertThat(check().problems()).extracting(p -> p.row() + " " + p.kind()).contains("3 ID_TWICE");
    }

    @Test
    void peopleAreKnownByTheirAddressesAndNeverMergedByNameUnlessChosen() {
        var known = proposing.person("Junichi SATO");
        var email = known.code().toLowerCase(java.util.Locale.ROOT) + "@example.org";
        var namesake = proposing.person("Dilnoza Karimova " + known.code());
        put(
                "a.csv",
                text("Title,Author 1 name,Author 1 email,Author 2 name\nSalt,SATO Junichi," + email
                        + ",Karimova Dilnoza " + known.code() + "\n"));

        var run = check();
        assertThat(run.knownPeople()).isEqualTo(1);
        assertThat(run.newPeople()).isEqualTo(1);
        assertThat(run.offers()).hasSize(1);
        assertThat(run.offers().getFirst().candidates())
                .extracting(ProposalImport.Candidate::person)
                .contains(namesake.id());

        take(ALL);
        var people = contributors.findByProposalOrderByPosition(all().getFirst().key());
        assertThat(people.getFirst().person()).contains(known.id());
        assertThat(people.getLast().person()).isPresent().get().isNotEqualTo(namesake.id());
        assertThat(people)
                .extracting(Contributor::role)
                .containsExactly(ContributorRole.PRESENTER, ContributorRole.AUTHOR);
    }

    @Test
    void whomTheOrganiserChoosesIsAskedFirst() {
        // A name that nobody bears whom another test has left.
        var given = "Dilnoza" + java.util.UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var namesake = proposing.person(given + " Karimova");
        put("a.csv", text("Title,Speakers\nSalt,Karimova " + given + "\n"));
        var offer = check().offers().getFirst();

        take(new Choices(false, Map.of(offer.key(), namesake.id())));

        var named = contributors
                .findByProposalOrderByPosition(all().getFirst().key())
                .getFirst();
        assertThat(named.person()).contains(namesake.id());
        assertThat(named.answer()).isEqualTo(Contributor.Answer.INVITED);
        assertThat(all().getFirst().proposer()).isEqualTo(organiser.id());
    }

    @Test
    void nobodyOutsideTheOffersCanBeChosen() {
        var stranger = proposing.person("Somebody Else");
        put("a.csv", text("Title,Speakers\nSalt,Karimova Dilnoza\n"));

        take(new Choices(false, Map.of("name karimova dilnoza\n", stranger.id())));

        assertThat(contributors
                        .findByProposalOrderByPosition(all().getFirst().key())
                        .getFirst()
                        .person())
                .isPresent()
                .get()
                .isNotEqualTo(stranger.id());
    }

    @Test
    void everyStateIsReachedAndTheNotesAndAnswersAreKept() {
        put("a.csv", text("""
                Title,State,Notes,Speakers
                A,submitted,,P
                B,under review,,P
                C,採択,speaks after lunch,P
                D,лист ожидания,,P
                E,rejected,,P
                F,confirmed,,P
                G,withdrawn,,P
                H,cancelled,,P
                """));

        take(ALL);

        assertThat(all().stream().collect(Collectors.toMap(p -> p.title().exactly(Language.EN), Proposal::state)))
                .isEqualTo(Map.of(
                        "A", ProposalState.SUBMITTED,
                        "B", ProposalState.UNDER_REVIEW,
                        "C", ProposalState.ACCEPTED,
                        "D", ProposalState.WAITING,
                        "E", ProposalState.DECLINED,
                        "F", ProposalState.CONFIRMED,
                        "G", ProposalState.WITHDRAWN,
                        "H", ProposalState.CANCELLED));
        var c = all().stream()
                .filter(p -> p.state() == ProposalState.ACCEPTED)
                .findFirst()
                .orElseThrow();
        assertThat(Acting.as(organiser.id(), () -> undoing.notes(c.id()))).isEqualTo("speaks after lunch");
        assertThat(Acting.as(organiser.id(), () -> reading.revisions(c.id()))).hasSize(1);
    }

    @Test
    void cancellingKeepsNothing() {
        put("a.csv", many(400));
        var seen = new ArrayList<Integer>();
        var cancel = new Progress() {
            @Override
            public void at(int done, int of) {
                seen.add(done);
            }

            @Override
            public boolean isCancelled() {
                return seen.size() > 3;
            }
        };

        assertThatThrownBy(() -> Acting.as(
                        organiser.id(), () -> imports.take(setting.meeting().id(), ALL, cancel)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("sheet.cancelled");

        assertThat(seen).containsExactly(0, 50, 100, 150);
        assertThat(all()).isEmpty();
        assertThat(Acting.as(
                        organiser.id(), () -> undoing.past(setting.meeting().id())))
                .isEmpty();
        assertThat(Acting.as(organiser.id(), () -> upload.get(setting.meeting().id())))
                .as("the file waits on")
                .isPresent();
    }

    @Test
    void undoingWithdrawsWhatNobodyHasTouchedAndTheFileCanComeAgain() {
        var file = text(
                "ID,Title,Author 1,Author 1 email\n1,Salt,A,a1@example.org\n2,Dust,B,b1@example.org\n3,Water,C,c1@example.org\n");
        put("a.csv", file);
        var receipt = take(ALL);
        var touched = all().stream()
                .filter(p -> p.title().all().contains("Dust"))
                .findFirst()
                .orElseThrow();
        Acting.as(touched.proposer(), () -> drafting.open(touched.id()));

        var undone =
                Acting.as(organiser.id(), () -> undoing.undo(setting.meeting().id(), receipt.key()));

        assertThat(undone).isEqualTo(new ImportUndoing.Undone(2, 1));
        assertThat(proposals.findById(touched.key()).orElseThrow().state()).isEqualTo(ProposalState.SUBMITTED);
        assertThatThrownBy(() -> Acting.as(
                        organiser.id(), () -> undoing.undo(setting.meeting().id(), receipt.key())))
                .isInstanceOf(Refusal.class);
        put("a.csv", file);
        assertThat(check().knownRows()).containsExactly(3);
    }

    @Test
    void theNextSheetBeginsWithWhatTheColumnsMeantTheLastTime() {
        put("a.csv", text("What,Who,Odd\nSalt,A,x\n"));
        var waiting = Acting.as(
                        organiser.id(), () -> upload.get(setting.meeting().id()))
                .orElseThrow();
        var title =
                new org.caravanserai.proposal.sheet.Target(org.caravanserai.proposal.sheet.Target.Field.TITLE, "en");
        assertThatThrownBy(this::check).isInstanceOf(Refusal.class).hasMessageContaining("sheet.title.unmapped");
        Acting.as(
                organiser.id(),
                () -> upload.map(setting.meeting().id(), waiting.mapping().with(0, title)));

        var other = proposing.person("Other Organiser", Role.ORGANISER, setting.meeting());
        Acting.as(other.id(), () -> upload.put(setting.meeting().id(), "b.csv", text("Odd,Which,What\nx,y,Dust\n")));
        var next =
                Acting.as(other.id(), () -> upload.get(setting.meeting().id())).orElseThrow();
        assertThat(next.mapping().columnOf(title)).contains(2);
    }

    @Test
    void theImportIsInTheAuditTrailAndHostileTextStaysText() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Title", "Speakers", "Affiliation"));
        int number = 0;
        for (var hostile : Proposing.hostile()) {
            rows.add(List.of(hostile + " " + number, hostile.replace(";", "") + number++, hostile.replace(";", "")));
        }
        put("a.csv", SharedTalks.csv(rows, StandardCharsets.UTF_16LE, ','));

        assertThat(take(ALL).proposals()).isEqualTo(Proposing.hostile().size());

        assertThat(all()).extracting(p -> p.title().exactly(Language.EN)).anyMatch(t -> t.startsWith("<script>"));
        assertThat(audit.about(setting.key(), 50))
                .anyMatch(e -> e.action().equals("imported")
                        && e.actor().filter(organiser.key()::equals).isPresent());
    }

    @Test
    void onlyOrganisersOfTheMeetingImport() {
        var reviewer = proposing.person("A Reviewer", Role.REVIEWER, setting.meeting());
        var elsewhere = proposing.person(
                "Elsewhere", Role.ORGANISER, proposing.meeting().meeting());
        for (var who : List.of(reviewer, elsewhere)) {
            assertThatThrownBy(() -> Acting.as(
                            who.id(), () -> upload.put(setting.meeting().id(), "a.csv", text("Title\nA\n"))))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> Acting.as(
                            who.id(), () -> imports.check(setting.meeting().id())))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void fourThousandRowsComeInWhole() {
        put("many.csv", many(4_000));

        var receipt = take(ALL);

        assertThat(receipt.proposals()).isEqualTo(4_000);
        assertThat(jdbc.sql("select count(*) from proposal where meeting = ?")
                        .param(setting.key())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4_000);
    }

    private static byte[] many(int count) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID", "Title", "Abstract", "Authors", "Emails", "State"));
        for (int i = 0; i < count; i++) {
            rows.add(List.of(
                    "N" + i,
                    "Salt and dust, part " + i,
                    "What we measured in part " + i + ". ".repeat(300),
                    "First Author" + i + "; Second Author" + i,
                    "f" + i + "@example.org; s" + i + "@example.org",
                    i % 2 == 0 ? "submitted" : "accepted"));
        }
        return SharedTalks.csv(rows, StandardCharsets.UTF_8, ',');
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void put(String name, byte[] file) {
        Acting.as(organiser.id(), () -> upload.put(setting.meeting().id(), name, file));
    }

    private DryRun check() {
        return Acting.as(organiser.id(), () -> imports.check(setting.meeting().id()));
    }

    private Receipt take(Choices choices) {
        return Acting.as(organiser.id(), () -> imports.take(setting.meeting().id(), choices, new Quiet()));
    }

    private List<SheetProblem> stopping(DryRun run) {
        return run.problems().stream()
                .filter(p -> p.kind().weight() != SheetProblem.Weight.NOTE)
                .toList();
    }

    private List<Proposal> all() {
        return proposals.findByMeeting(setting.key());
    }

    private long people() {
        return contributors.findByProposalIn(all().stream().map(Proposal::key).toList()).stream()
                .flatMap(c -> c.person().stream())
                .count();
    }

    private static final class Quiet implements Progress {

        @Override
        public void at(int done, int of) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
