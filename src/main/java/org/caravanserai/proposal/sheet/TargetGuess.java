package org.caravanserai.proposal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;

/** Guesses what the columns of a table mean, from their heads, for an organiser to correct. */
final class TargetGuess {

    private static final Pattern IN_BRACKETS = Pattern.compile("^(.*?)[\\s_]*[(\\[（:–-][\\s]*([^)\\]）]+)[)\\]）]?$");
    private static final Pattern WITH_TAG = Pattern.compile("^(.*)[\\s_.-]([a-z]{2})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile("^(\\D*?)[\\s_.-]*(\\d{1,2})[\\s_.-]*(\\D*)$");

    private TargetGuess() {}

    /** One target for each column. What only one column may be, the first that fits becomes. */
    static List<Target> guess(List<String> head, List<Mapping.Question> questions) {
        var guessed = new ArrayList<Target>();
        for (var name : head) {
            var target = of(name, questions);
            guessed.add(target.field().mayRepeat() || !guessed.contains(target) ? target : Target.NONE);
        }
        return List.copyOf(guessed);
    }

    private static Target of(String head, List<Mapping.Question> questions) {
        if (head.isBlank()) {
            return Target.NONE;
        }
        var folded = Folding.fold(head);
        for (var question : questions) {
            if (question.labels().contains(folded)) {
                return new Target(Target.Field.ANSWER, question.key().toString());
            }
        }
        return plain(head).or(() -> inLanguage(head)).or(() -> numbered(head)).orElse(Target.NONE);
    }

    private static Optional<Target> plain(String head) {
        // EasyChair numbers its submissions under a lone sign, of which folding leaves nothing.
        return (head.strip().equals("#") ? Optional.of(Target.Field.EXTERNAL_ID) : SheetWords.field(head))
                .map(field -> field.isLocalized()
                        ? new Target(field, Target.IN_TALK_LANGUAGE)
                        : field.isOfPerson() ? new Target(field, Target.EVERYONE) : Target.of(field));
    }

    /** Such as {@code Title (ja)}, {@code abstract_ru} or {@code 題名（英語）}. */
    private static Optional<Target> inLanguage(String head) {
        for (var pattern : List.of(IN_BRACKETS, WITH_TAG)) {
            var match = pattern.matcher(head.strip());
            if (match.matches()) {
                var language = SheetWords.language(match.group(2)).flatMap(Language::ofTag);
                var field = SheetWords.field(match.group(1)).filter(Target.Field::isLocalized);
                if (language.isPresent() && field.isPresent()) {
                    return Optional.of(new Target(field.get(), language.get().tag()));
                }
            }
        }
        return Optional.empty();
    }

    /** Such as {@code Author 2 e-mail}, {@code speaker_1} or {@code 著者3 所属}. */
    private static Optional<Target> numbered(String head) {
        var match = NUMBERED.matcher(head.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(match.group(2));
        var who = SheetWords.field(match.group(1)).filter(Target.Field::isOfPerson);
        if (number < 1 || number > Target.MOST_PEOPLE || who.isEmpty()) {
            return Optional.empty();
        }
        var what = match.group(3).isBlank()
                ? who
                : SheetWords.field(match.group(3)).filter(Target.Field::isOfPerson);
        return what.map(field -> new Target(field, Integer.toString(number)));
    }
}
