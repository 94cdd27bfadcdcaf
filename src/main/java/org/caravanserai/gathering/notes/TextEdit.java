package org.caravanserai.gathering.notes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a text from its beginning to its end: what is kept, what is put in, what is taken out. Two changes of one text
 * that were made at the same time can be made one after the other once {@link #transform} has moved them; whichever is first,
 * the text is the same at the end. Lengths count UTF-16 units, as Java and browsers both do; no change begins or ends
 * within a character.
 *
 * @param steps in the order of the text, none empty, no two of a kind side by side, what is put in before what is taken out
 */
public record TextEdit(List<Step> steps) {

    /** A part of a change. */
    public sealed interface Step {

        /** So much stays as it is. */
        record Keep(int length) implements Step {}

        /** This is put in. */
        record Insert(String text) implements Step {}

        /** So much is taken out. */
        record Delete(int length) implements Step {}
    }

    /** Two changes, each moved so that it can follow the other. */
    public record Moved(TextEdit first, TextEdit second) {}

    /** A change, brought into its one form. */
    public TextEdit {
        var plain = new Steps();
        steps.forEach(plain::add);
        steps = List.copyOf(plain.list);
    }

    /** How long the text is that it changes. */
    public int lengthBefore() {
        return steps.stream()
                .mapToInt(step -> switch (step) {
                    case Step.Keep keep -> keep.length();
                    case Step.Insert insert -> 0;
                    case Step.Delete delete -> delete.length();
                })
                .sum();
    }

    /** What is put in, all of it. */
    public String inserted() {
        var text = new StringBuilder();
        for (var step : steps) {
            if (step instanceof Step.Insert insert) {
                text.append(insert.text());
            }
        }
        return text.toString();
    }

    /**
     * The text after the change.
     *
     * @throws IllegalArgumentException if it is no change of this text, or one within a character
     */
    public String applyTo(String text) {
        if (lengthBefore() != text.length()) {
            throw new IllegalArgumentException("a change of " + lengthBefore() + " units, not of " + text.length());
        }
        var changed = new StringBuilder();
        int at = 0;
        for (var step : steps) {
            requireBetweenCharacters(text, at);
            switch (step) {
                case Step.Keep keep -> {
                    changed.append(text, at, at + keep.length());
                    at += keep.length();
                }
                case Step.Insert insert -> changed.append(insert.text());
                case Step.Delete delete -> at += delete.length();
            }
        }
        return changed.toString();
    }

    private static void requireBetweenCharacters(String text, int at) {
        if (at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
            throw new IllegalArgumentException("a change within a character at " + at);
        }
    }

    /**
     * Moves two changes of one text so that each can follow the other. Where both put something in at one place, that of the
     * first stands first.
     *
     * @throws IllegalArgumentException if they are changes of texts of different lengths
     */
    public static Moved transform(TextEdit first, TextEdit second) {
        var one = new Walk(first);
        var other = new Walk(second);
        var firstMoved = new Steps();
        var secondMoved = new Steps();
        while (true) {
            if (one.now() instanceof Step.Insert insert) {
                firstMoved.add(insert);
                secondMoved.keep(insert.text().length());
                one.next();
            } else if (other.now() instanceof Step.Insert insert) {
                firstMoved.keep(insert.text().length());
                secondMoved.add(insert);
                other.next();
            } else if (one.now() == null && other.now() == null) {
                return new Moved(new TextEdit(firstMoved.list), new TextEdit(secondMoved.list));
            } else {
                int length = Math.min(one.left(), other.left());
                if (length == 0) {
                    throw new IllegalArgumentException("changes of different texts");
                }
                var bothKeep = one.now() instanceof Step.Keep && other.now() instanceof Step.Keep;
                if (bothKeep) {
                    firstMoved.keep(length);
                    secondMoved.keep(length);
                } else if (other.now() instanceof Step.Keep) {
                    firstMoved.delete(length);
                } else if (one.now() instanceof Step.Keep) {
                    secondMoved.delete(length);
                }
                one.take(length);
                other.take(length);
            }
        }
    }

    /** Goes through the steps of a change piece by piece. */
    private static final class Walk {

        private final Iterator<Step> steps;
        private @Nullable Step now;
        private int left;

        Walk(TextEdit edit) {
            steps = edit.steps().iterator();
            next();
        }

        @Nullable
        Step now() {
            return now;
        }

        /** How much of a step that keeps or takes out is left. */
        int left() {
            return left;
        }

        void next() {
            now = steps.hasNext() ? steps.next() : null;
            left = now instanceof Step.Keep keep
                    ? keep.length()
                    : now instanceof Step.Delete delete ? delete.length() : 0;
        }

        void take(int length) {
            left -= length;
            if (left == 0) {
                next();
            }
        }
    }

    /** Steps in their one form. */
    private static final class Steps {

        private final List<Step> list = new ArrayList<>();

        void add(Step step) {
            switch (step) {
                case Step.Keep keep -> keep(keep.length());
                case Step.Insert insert -> insert(insert.text());
                case Step.Delete delete -> delete(delete.length());
            }
        }

        void keep(int length) {
            if (last() instanceof Step.Keep before) {
                list.set(list.size() - 1, new Step.Keep(before.length() + length));
            } else if (length > 0) {
                list.add(new Step.Keep(length));
            }
        }

        void delete(int length) {
            if (last() instanceof Step.Delete before) {
                list.set(list.size() - 1, new Step.Delete(before.length() + length));
            } else if (length > 0) {
                list.add(new Step.Delete(length));
            }
        }

        void insert(String text) {
            if (text.isEmpty()) {
                return;
            }
            if (last() instanceof Step.Delete deleted) {
                list.removeLast();
                insert(text);
                list.add(deleted);
            } else if (last() instanceof Step.Insert before) {
                list.set(list.size() - 1, new Step.Insert(before.text() + text));
            } else {
                list.add(new Step.Insert(text));
            }
        }

        private @Nullable Step last() {
            return list.isEmpty() ? null : list.getLast();
        }
    }
}
