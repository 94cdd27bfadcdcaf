package org.caravanserai.proposal.sheet;

import java.util.LinkedHashSet;
import java.util.Optional;
import org.caravanserai.proposal.Question;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Folding;

/** Reads an answer as the call's form would keep it. */
final class AnswerReading {

    private static final int LONGEST = 10_000;

    private AnswerReading() {}

    /** The answer to keep; empty if the text is none to this question. */
    static Optional<String> read(Surroundings.Asked question, String text) {
        return switch (question.kind()) {
            case TEXT -> Optional.of(Clean.line(text)).filter(t -> t.length() <= LONGEST);
            case LONG_TEXT -> Optional.of(Clean.lines(text)).filter(t -> t.length() <= LONGEST);
            case CHOICE -> option(question, text);
            case SEVERAL -> several(question, text);
            case NUMBER ->
                Optional.of(text.replace(" ", "").replace("\u00A0", ""))
                        .filter(t -> t.replace(',', '.').matches("-?\\d{1,15}(\\.\\d{1,10})?"));
            case DATE -> Cells.date(text).map(Object::toString);
            case YES_NO -> SheetWords.yesOrNo(text);
            case FILE -> Optional.empty();
        };
    }

    private static Optional<String> several(Surroundings.Asked question, String text) {
        var whole = option(question, text);
        if (whole.isPresent()) {
            return whole;
        }
        var keys = new LinkedHashSet<String>();
        for (var part : text.split(text.matches("(?s).*[;|\\n].*") ? "[;|\\n]" : "[,、，]")) {
            if (part.isBlank()) {
                continue;
            }
            var key = option(question, part);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(String.join(",", keys));
    }

    private static Optional<String> option(Surroundings.Asked question, String text) {
        var folded = Folding.fold(text);
        return question.options().stream()
                .filter(o -> o.key().equals(text.strip())
                        || o.name().languages().stream()
                                .anyMatch(l -> Folding.fold(o.name().exactly(l)).equals(folded)))
                .map(Question.Option::key)
                .findFirst();
    }
}
