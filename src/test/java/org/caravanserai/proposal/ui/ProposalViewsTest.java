package org.caravanserai.proposal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.caravanserai.people.Person;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ProposalDrafting;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.SavedLine;
import org.caravanserai.shell.Words;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ProposalViewsTest extends SpringBrowserlessTest {

    @Autowired
    Proposing proposing;

    @Autowired
    ProposalDrafting drafting;

    @Autowired
    ProposalReading reading;

    @Autowired
    ProposalSubmission submission;

    @Autowired
    Proposals proposals;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Proposing.Setting setting;
    private Person author;

    private record Principal(UUID personKey) implements Actor.Principal {}

    @BeforeEach
    void signIn() {
        setting = proposing.meeting();
        author = proposing.person("SATO Junichi");
        as(author);
    }

    private static void as(Person person) {
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new Principal(person.key()), "", AuthorityUtils.NO_AUTHORITIES)));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatIsTypedIntoTheFormIsKeptAtOnceAndThenHandedIn() {
        var id = drafting.start(setting.meeting().id(), "");
        var code = drafting.open(id).code();
        navigate("proposals/" + code, ProposalFormView.class);

        var title = find(LocalizedField.class).withId("proposal-title").single();
        title.setValue(title.getValue().with(Language.EN, "Dust storms").with(Language.JA, "砂塵"));
        assertThat(drafting.open(id).content().get("title.ja")).isEqualTo("砂塵");
        assertThat(find(H1.class).single().getText()).isEqualTo("Dust storms");

        find(Button.class).withId("proposal-submit").single().click();
        assertThat(state(id)).as("an abstract and a topic are missing").isEqualTo(ProposalState.DRAFT);

        var text = find(LocalizedField.class).withId("proposal-abstract").single();
        text.setValue(text.getValue().with(Language.EN, "We **measured** dust. <script>alert(1)</script>"));
        topic().setValue(setting.topic().key());
        find(Button.class).withId("proposal-submit").single().click();
        assertThat(state(id)).isEqualTo(ProposalState.SUBMITTED);
        assertThat(find(RevisionsPanel.class).single().isVisible()).isTrue();

        find(Button.class).withId("proposal-withdraw").single().click();
        assertThat(state(id)).isEqualTo(ProposalState.WITHDRAWN);
        find(Button.class).withId("proposal-restore").single().click();
        assertThat(state(id)).isEqualTo(ProposalState.SUBMITTED);
    }

    @Test
    void whoSavedMeanwhileIsNotOverwrittenAndBothTextsAreOffered() {
        var id = proposing.draft(setting, author);
        navigate("proposals/" + drafting.open(id).code(), ProposalFormView.class);
        var open = drafting.open(id);
        drafting.save(id, open.version(), open.content(), open.content().with("minutes", "75"));

        find(TextField.class).withId("proposal-minutes").single().setValue("100");

        assertThat(drafting.open(id).content().get("minutes")).isEqualTo("75");
        find(Button.class).withId("stale-choose").single().click();
        assertThat(drafting.open(id).content().get("minutes")).isEqualTo("100");
    }

    @Test
    void everyFieldOfTheFormIsSentWithinFiveSecondsOfTheLastKey() {
        var id = proposing.draft(setting, author);
        navigate("proposals/" + drafting.open(id).code(), ProposalFormView.class);

        var form = find(ProposalForm.class).single();
        var typed = new ArrayList<HasValueChangeMode>();
        var open = new ArrayDeque<Component>(List.of(form));
        while (!open.isEmpty()) {
            var component = open.pop();
            component.getChildren().forEach(open::push);
            if (component instanceof HasValueChangeMode field) {
                typed.add(field);
            }
        }

        assertThat(typed).hasSizeGreaterThanOrEqualTo(2 * Language.values().length + 3);
        assertThat(typed).allSatisfy(field -> {
            assertThat(field.getValueChangeMode())
                    .isIn(ValueChangeMode.LAZY, ValueChangeMode.TIMEOUT, ValueChangeMode.EAGER);
            assertThat(field.getValueChangeTimeout()).isLessThan(5_000);
        });
    }

    @Test
    void fieldsThatComeAfterAStepSpeakTheReadersLanguageToo() {
        var id = proposing.draft(setting, author);
        navigate("proposals/" + drafting.open(id).code(), ProposalFormView.class);
        var first = find(Upload.class).all().getFirst().getI18n();

        test(find(Button.class).withId("proposal-submit").single()).click();

        assertThat(reading.view(id).state()).isEqualTo(ProposalState.SUBMITTED);
        assertThat(first.getAddFiles().getMany()).isNotBlank();
        assertThat(find(Upload.class).all())
                .isNotEmpty()
                .allSatisfy(upload -> assertThat(upload.getI18n().getAddFiles().getMany())
                        .isEqualTo(first.getAddFiles().getMany()));
    }

    @Test
    void whoHasProposedNothingIsShownWhereToBegin() {
        navigate(ProposalsView.class);
        assertThat(find(EmptyState.class).single().getElement().getTextRecursively())
                .contains("button above");
    }

    @Test
    void theListOffersTheOpenCallAndShowsWhatIsBegun() {
        proposing.draft(setting, author);
        navigate(ProposalsView.class);
        assertThat(find(Button.class)
                        .withId("propose-" + setting.meeting().slug().value())
                        .exists())
                .isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsImpossibleWhatIsBetterAvoidedAndThatAnyTimeSuitsAreThreeThings() {
        var id = proposing.draft(setting, author);
        navigate("proposals/" + drafting.open(id).code(), ProposalFormView.class);

        test(find(Select.class).withId("times-2027-06-08-MORNING").single()).selectItem("Cannot");
        test(find(Select.class).withId("times-2027-06-09-MORNING").single()).selectItem("Rather not");
        test(find(Select.class).withId("times-2027-06-09-AFTERNOON").single()).selectItem("Rather not");
        assertThat(drafting.open(id).content().get(DraftContent.UNSUITABLE))
                .isEqualTo("2027-06-08/morning,2027-06-09/rather-not");

        test(find(Checkbox.class).withId("times-any").single()).click();
        assertThat(drafting.open(id).content().get(DraftContent.UNSUITABLE)).isEqualTo("any");

        test(find(Checkbox.class).withId("times-any").single()).click();
        assertThat(drafting.open(id).content().get(DraftContent.UNSUITABLE))
                .as("nothing is known any more")
                .isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whenItSuitsCanStillBeSaidOfWhatWasAccepted() {
        var id = proposing.draft(setting, author);
        submission.submit(id);
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> {
            var stored = proposals.findById(id.value()).orElseThrow();
            stored.accept(clock);
            proposals.save(stored);
        }));
        navigate("proposals/" + drafting.open(id).code(), ProposalFormView.class);

        test(find(Select.class).withId("times-2027-06-08-MORNING").single()).selectItem("Cannot");

        assertThat(reading.view(id).times()).hasToString("2027-06-08/morning");
        assertThat(find(SavedLine.class).single().getText()).startsWith("Saved");
        setting.meeting().days().forEach(day -> {
            test(find(Select.class).withId("times-" + day + "-MORNING").single())
                    .selectItem("Cannot");
            test(find(Select.class).withId("times-" + day + "-AFTERNOON").single())
                    .selectItem("Cannot");
        });
        assertThat(find(SavedLine.class).single().getText()).contains("No day");
        assertThat(reading.view(id).times().toString())
                .as("what left no day is not kept")
                .endsWith(setting.meeting().days().getLast() + "/morning");
    }

    @Test
    void whoReadsAProposalSeesWhenItDoesNotSuit() {
        var id = proposing.draft(setting, author);
        var open = drafting.open(id);
        drafting.save(
                id,
                open.version(),
                open.content(),
                open.content().with(DraftContent.UNSUITABLE, "2027-06-08,2027-06-09/morning"));
        submission.submit(id);
        var organiser = proposing.person("Asel NURLANOVA", Role.ORGANISER, setting.meeting());
        as(organiser);

        navigate("proposals/" + open.code(), ProposalFormView.class);

        assertThat(find(ListItem.class)
                        .from(find(UnorderedList.class)
                                .withId("proposal-unsuitable")
                                .single())
                        .all())
                .extracting(ListItem::getText)
                .hasSize(2)
                .last()
                .asString()
                .endsWith(Words.here().get("proposal.part.MORNING"));
        assertThat(find(Button.class).withId("proposal-submit").exists())
                .as("an organiser does not hand in for others")
                .isFalse();
    }

    @SuppressWarnings("unchecked")
    private Select<UUID> topic() {
        return find(Select.class).withId("proposal-topic").single();
    }

    private ProposalState state(ProposalId id) {
        return reading.view(id).state();
    }
}
