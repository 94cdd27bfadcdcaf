package org.caravanserai.gathering.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.poll.Choice;
import org.caravanserai.gathering.poll.PollAnswering;
import org.caravanserai.gathering.poll.PollBoard;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.gathering.poll.Polling;
import org.caravanserai.people.Person;
import org.caravanserai.people.UnsentWords;
import org.caravanserai.platform.Actor;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.Problems;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

@IntegrationTest
class PollViewsTest extends SpringBrowserlessTest {

    @Autowired
    Gatherings gatherings;

    @Autowired
    Polling polling;

    @Autowired
    PollReading reading;

    @Autowired
    PollAnswering answering;

    @Autowired
    UnsentWords unsent;

    @Autowired
    Clock clock;

    private Person sato;

    private record Principal(UUID personKey) implements Actor.Principal {}

    @BeforeEach
    void signIn() {
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        as(sato);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void as(Person person) {
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new Principal(person.key()), "", AuthorityUtils.NO_AUTHORITIES)));
    }

    @Test
    void whoHasNoPollIsToldWhatToDoAndMakesOne() {
        navigate("polls", PollsView.class);
        assertThat(find(EmptyState.class).all()).hasSize(1);

        find(Button.class).withId("poll-new").single().click();

        assertThat(reading.countMine()).isEqualTo(1);
        assertThat(find(PollFacts.class).all()).hasSize(1);
    }

    @Test
    void aPollIsMadePickedAskedAndOpenedAndWhatIsMissingIsSaidAtItsField() {
        var poll = polling.draft(sato, 0);
        navigate("polls/" + poll.code() + "/edit", PollEditView.class);
        find(TextField.class).withId("poll-title").single().setValue("Dust");
        find(Button.class).withId("poll-open").single().click();
        assertThat(find(Problems.class).all()).anyMatch(Problems::isVisible);
        assertThat(now(poll).state()).isEqualTo(PollState.DRAFT);

        var picker = find(CandidatePicker.class).single();
        var first =
                clock.instant().plus(Duration.ofDays(7)).atZone(Polling.ALMATY).toLocalDate();
        var monday = first.with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        var ten = monday.atTime(10, 0).atZone(Polling.ALMATY).toInstant();
        picker.pick(ten.toString());
        picker.pick(ten.plus(Duration.ofHours(1)).toString());
        picker.pick(ten.toString());
        assertThat(now(poll).candidates()).extracting(Polling::start).containsExactly(ten.plus(Duration.ofHours(1)));
        find(DateTimePicker.class).withId("poll-exact").single().setValue(monday.atTime(12, 25));
        find(Button.class).withId("poll-exact-add").single().click();
        assertThat(now(poll).candidates()).hasSize(2);

        find(TextField.class).withId("guest-name").single().setValue("Dilnoza");
        find(EmailField.class).withId("guest-email").single().setValue("not an address");
        find(Button.class).withId("guest-add").single().click();
        assertThat(now(poll).guests()).isEmpty();
        assertThat(find(TextField.class).withId("guest-name").single().getValue())
                .isEqualTo("Dilnoza");
        find(EmailField.class)
                .withId("guest-email")
                .single()
                .setValue(polling.address().value());
        find(Button.class).withId("guest-add").single().click();
        assertThat(now(poll).guests()).hasSize(1);

        find(Button.class).withId("poll-open").single().click();
        assertThat(now(poll).state()).isEqualTo(PollState.OPEN);
    }

    @Test
    void whatIsTypedIsKeptAndADeadlineIsReadOnTheClocksOfTheZone() {
        var poll = polling.draft(sato, 1);
        navigate("polls/" + poll.code() + "/edit", PollEditView.class);

        test(find(DateTimePicker.class).withId("poll-deadline").single()).setValue(LocalDateTime.of(2031, 6, 1, 18, 0));

        assertThat(now(poll).deadline())
                .contains(LocalDateTime.of(2031, 6, 1, 18, 0)
                        .atZone(Polling.ALMATY)
                        .toInstant());
    }

    @Test
    void theBestTimeStandsFirstIsChosenByOneClickAndAskedAgainByAnother() {
        var poll = opened();
        var last = poll.candidates().getLast().key();
        var aigerim = gatherings.person("Aigerim", "Asia/Almaty");
        polling.invite(poll, sato, "Aigerim", gatherings.addressOf(aigerim));
        as(aigerim);
        answering.answerAsMe(
                poll.id(), Map.of(last, Choice.YES, poll.candidates().getFirst().key(), Choice.NO), "");
        as(sato);
        navigate("polls/" + poll.code(), PollView.class);

        var lines = find(ListItem.class).all().stream()
                .filter(line -> line.hasClassName("poll-ranked-line"))
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(now(poll).ranked().getFirst().key()).isEqualTo(last);
        find(Button.class).withText("Choose").all().getFirst().click();
        assertThat(now(poll).chosen()).contains(last);

        find(Button.class).withId("poll-reopen").single().click();
        assertThat(now(poll).state()).isEqualTo(PollState.OPEN);
        find(Button.class).withId("poll-cancel").single().click();
        assertThat(now(poll).state()).isEqualTo(PollState.CANCELLED);
    }

    @Test
    void whoIsAskedAnswersInTheApplicationAndFindsItWaiting() {
        var poll = opened();
        var aigerim = gatherings.person("Aigerim", "Asia/Almaty");
        polling.invite(poll, sato, "Aigerim", gatherings.addressOf(aigerim));
        as(aigerim);
        navigate("polls/" + poll.code() + "/answer", PollAnswerView.class);
        find(Button.class).withId("poll-save").single().click();
        assertThat(find(Problems.class).single().isVisible()).isTrue();

        firstChoice().setValue(Choice.YES);
        find(Button.class).withId("poll-save").single().click();

        as(sato);
        assertThat(now(poll).answered()).isEqualTo(1);
    }

    @Test
    void whatIsTypedIntoAnAnswerIsThereAgainUntilItIsSaved() {
        var poll = opened();
        var aigerim = gatherings.person("Aigerim", "Asia/Almaty");
        polling.invite(poll, sato, "Aigerim", gatherings.addressOf(aigerim));
        as(aigerim);
        navigate("polls/" + poll.code() + "/answer", PollAnswerView.class);
        test(note()).setValue("Only by video");
        find(Button.class).withId("poll-save").single().click();
        assertThat(find(Problems.class).single().isVisible())
                .as("nothing is chosen")
                .isTrue();

        navigate("polls", PollsView.class);
        navigate("polls/" + poll.code() + "/answer", PollAnswerView.class);
        assertThat(note().getValue()).isEqualTo("Only by video");
        firstChoice().setValue(Choice.NO);
        navigate("polls", PollsView.class);
        navigate("polls/" + poll.code() + "/answer", PollAnswerView.class);
        assertThat(firstChoice().getValue()).isEqualTo(Choice.NO);
        assertThat(find(Paragraph.class).all())
                .anyMatch(line -> line.isVisible() && line.getText().contains("has not been sent yet"));

        find(Button.class).withId("poll-save").single().click();
        navigate("polls/" + poll.code() + "/answer", PollAnswerView.class);
        assertThat(note().getValue()).isEqualTo("Only by video");
        assertThat(unsent.of("poll/" + poll.code())).isEmpty();
    }

    private TextArea note() {
        return find(TextArea.class).withId("poll-note").single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Choice> firstChoice() {
        return (RadioButtonGroup<Choice>) find(RadioButtonGroup.class).all().getFirst();
    }

    private PollBoard opened() {
        var poll = polling.draft(sato, 2);
        polling.invite(poll, sato, "Dilnoza", polling.address());
        polling.open(poll, sato);
        return now(poll);
    }

    private PollBoard now(PollBoard poll) {
        return polling.now(poll, sato);
    }
}
