package org.caravanserai.gathering.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.caravanserai.gathering.notes.TextEdit.Step;

/** Makes texts and changes of them as people may make them, characters beyond the first plane among them. */
final class RandomEdits {

    private static final String[] CHARACTERS = {"a", "b", "ə", "ұ", "砂", "\n", "😀", "𠮷", " "};

    private final Random random;

    RandomEdits(long seed) {
        random = new Random(seed);
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    String text(int most) {
        var text = new StringBuilder();
        for (int i = upTo(most); i > 0; i--) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    /** A change of a text in one or several places. */
    TextEdit of(String text) {
        var steps = new ArrayList<Step>();
        int at = 0;
        while (at < text.length()) {
            int next = text.offsetByCodePoints(at, 1 + random.nextInt(text.codePointCount(at, text.length())));
            switch (random.nextInt(4)) {
                case 0 -> steps.add(new Step.Delete(next - at));
                case 1 -> {
                    steps.add(new Step.Insert(text(3)));
                    steps.add(new Step.Keep(next - at));
                }
                default -> steps.add(new Step.Keep(next - at));
            }
            at = next;
        }
        if (random.nextInt(3) == 0) {
            steps.add(new Step.Insert(text(4)));
        }
        return new TextEdit(steps.stream()
                .filter(step ->
                        !(step instanceof Step.Insert insert && insert.text().isEmpty()))
                .toList());
    }

    /** A change that everybody makes most: a few characters typed or taken away in one place. */
    TextEdit typing(String text) {
        int characters = text.codePointCount(0, text.length());
        int from = text.offsetByCodePoints(0, upTo(characters));
        int to = text.offsetByCodePoints(from, Math.min(upTo(2), text.codePointCount(from, text.length())));
        var steps =
                new ArrayList<Step>(List.of(new Step.Keep(from), new Step.Insert(text(2)), new Step.Delete(to - from)));
        steps.add(new Step.Keep(text.length() - to));
        return new TextEdit(steps);
    }
}
