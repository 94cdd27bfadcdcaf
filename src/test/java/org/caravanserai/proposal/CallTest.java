package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallTest {

    static final Instant OPENS = Instant.parse("2026-11-01T04:00:00Z");
    static final Instant CLOSES = Instant.parse("2027-02-01T18:59:00Z");

    final Call call = new Call(new MeetingId(Ids.next()), OPENS, CLOSES);

    @Test
    void aCallIsOpenFromItsOpeningUntilJustBeforeItsClosing() {
        assertThat(call.stateAt(OPENS.minusMillis(1))).isEqualTo(CallState.NOT_YET);
        assertThat(call.stateAt(OPENS)).isEqualTo(CallState.OPEN);
        assertThat(call.stateAt(CLOSES.minusMillis(1))).isEqualTo(CallState.OPEN);
        assertThat(call.stateAt(CLOSES)).isEqualTo(CallState.CLOSED);
    }

    @Test
    void aCallThatClosesBeforeItOpensIsRefused() {
        assertThatThrownBy(() -> call.schedule(CLOSES, OPENS))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("call.dates.order"));
        assertThatThrownBy(() -> call.schedule(OPENS, OPENS)).isInstanceOf(Refusal.class);
        assertThat(call.closesAt()).isEqualTo(CLOSES);
    }

    @Test
    void lengthsInTheWrongOrderAreRefused() {
        assertThat(new CallType(call, Ids.next(), 20, 20).maxMinutes()).isEqualTo(20);
        assertThatThrownBy(() -> new CallType(call, Ids.next(), 30, 20)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new CallType(call, Ids.next(), 0, 20)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new CallType(call, Ids.next(), 20, 24 * 60 + 1))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aQuestionNeedsEnglish() {
        assertThatThrownBy(() -> new Question(
                        call, 0, content(Question.Kind.TEXT, LocalizedText.of(Language.JA, "質問"), List.of())))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("call.question.label"));
    }

    @ParameterizedTest
    @EnumSource(Question.Kind.class)
    void onlyAChoiceHasOptions(Question.Kind kind) {
        var options = List.of(option("a", "On site"), option("b", "Online"));
        var question = new Question(call, 0, content(kind, LocalizedText.english("How?"), options));
        assertThat(question.options()).hasSize(kind.hasOptions() ? 2 : 0);
    }

    @Test
    void aChoiceNeedsTwoOptionsInEnglish() {
        var label = LocalizedText.english("How?");
        assertThatThrownBy(() ->
                        new Question(call, 0, content(Question.Kind.CHOICE, label, List.of(option("a", "On site")))))
                .isInstanceOf(Refusal.class);
        var russian = new Question.Option("b", LocalizedText.of(Language.RU, "Онлайн"));
        assertThatThrownBy(() -> new Question(
                        call, 0, content(Question.Kind.SEVERAL, label, List.of(option("a", "On site"), russian))))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.key()).isEqualTo("call.question.option.english"));
    }

    @Test
    void aQuestionWithoutTypesIsAskedForAll() {
        var type = Ids.next();
        var forAll = new Question(call, 0, content(Question.Kind.TEXT, LocalizedText.english("Why?"), List.of()));
        assertThat(forAll.appliesTo(type)).isTrue();
        var forOne = new Question(
                call,
                0,
                new Question.Content(
                        Question.Kind.TEXT,
                        LocalizedText.english("Why?"),
                        LocalizedText.EMPTY,
                        List.of(),
                        true,
                        Set.of(type)));
        assertThat(forOne.appliesTo(type)).isTrue();
        assertThat(forOne.appliesTo(UUID.randomUUID())).isFalse();
    }

    @Test
    void optionsSurviveStorageWithAllTheirLanguages() {
        var converter = new OptionsConverter();
        var name = LocalizedText.english("\"On site\" <b>&")
                .with(Language.KK, "Қатысып")
                .with(Language.JA, "現地");
        var options = new Question.Options(List.of(new Question.Option("a", name), option("b", "Online")));
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(options)))
                .isEqualTo(options);
    }

    @Test
    void aLateLinkKeepsNoSecret() {
        var clock = Clock.fixed(CLOSES, ZoneOffset.UTC);
        var link = new LateLink(call, "a secret", "For the keynote speaker", 2, CLOSES.plusSeconds(60), clock);
        assertThat(link).hasNoNullFieldsOrPropertiesExcept("version");
        assertThat(LateLink.hash("a secret")).hasSize(64).doesNotContain("secret");
        assertThat(link.isUsableAt(CLOSES.plusSeconds(59))).isTrue();
        assertThat(link.isUsableAt(CLOSES.plusSeconds(60))).isFalse();
        link.withdraw();
        assertThat(link.isUsableAt(CLOSES)).isFalse();
    }

    @Test
    void aLateLinkWithNoUseOrNoTimeIsRefused() {
        var clock = Clock.fixed(CLOSES, ZoneOffset.UTC);
        var later = CLOSES.plusSeconds(60);
        assertThatThrownBy(() -> new LateLink(call, "s", "", 0, later, clock)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new LateLink(call, "s", "", LateLink.MOST_USES + 1, later, clock))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new LateLink(call, "s", "", 1, CLOSES, clock)).isInstanceOf(Refusal.class);
    }

    private static Question.Option option(String key, String name) {
        return new Question.Option(key, LocalizedText.english(name));
    }

    private static Question.Content content(Question.Kind kind, LocalizedText label, List<Question.Option> options) {
        return new Question.Content(kind, label, LocalizedText.EMPTY, options, false, Set.of());
    }
}
