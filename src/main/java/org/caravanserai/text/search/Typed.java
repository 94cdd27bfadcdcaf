package org.caravanserai.text.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;

/**
 * What a person typed to find something: words that must all be found, each in one of the ways that it can be read. There
 * is no syntax, so that nothing typed can be more than words.
 */
public final class Typed {

    /** What is typed beyond this is not looked at. */
    public static final int LONGEST = 200;

    private static final int MOST_WORDS = 8;
    private static final float AS_TYPED = 1;
    private static final float BY_WORDS = 0.8f;
    private static final float BY_READING = 0.5f;

    private final List<Part> parts;
    private final Map<Need, Predicate<String>> near = new ConcurrentHashMap<>();

    private Typed(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A word that was typed, and the ways to read it, of which one must be found. */
    record Part(List<Way> ways) {}

    /**
     * A way to read a word: all of it must be found.
     *
     * @param weight how likely it was meant so, at most 1
     */
    record Way(float weight, List<Need> needs) {}

    /** The words of what was typed; the first {@value #MOST_WORDS} count. */
    public static Typed of(String typed) {
        var words = Clean.line(Clean.cut(typed, LONGEST));
        var parts = new ArrayList<Part>();
        for (var run : Runs.in(words)) {
            if (parts.size() == MOST_WORDS) {
                break;
            }
            var written = words.substring(run.start(), run.end());
            if (run.japanese()) {
                parts.add(japanese(Japanese.usual(written)));
            } else {
                for (var form : SearchWords.forms(written)) {
                    parts.add(new Part(List.of(new Way(AS_TYPED, List.of(Need.word(form, kin(written, form)))))));
                }
            }
        }
        return new Typed(parts);
    }

    /** Whether there is nothing in it to look for. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    List<Part> parts() {
        return parts;
    }

    /** Whether a word of a text is one of those typed. */
    public boolean isIn(Word word, boolean forgiving) {
        return parts.stream()
                .flatMap(part -> part.ways().stream())
                .flatMap(way -> way.needs().stream())
                .anyMatch(need -> isMet(need, word, forgiving));
    }

    /** Whether words hold everything that was typed. */
    boolean isAllIn(List<Word> words) {
        return parts.stream()
                .allMatch(part -> part.ways().stream()
                        .anyMatch(way -> way.needs().stream()
                                .allMatch(need -> words.stream().anyMatch(word -> isMet(need, word, true)))));
    }

    private boolean isMet(Need need, Word word, boolean forgiving) {
        return need.isMetBy(word, forgiving, near.computeIfAbsent(need, Need::near));
    }

    /** Where in a text that is over of a word which was typed: after its first sign, if only that was. */
    int end(Word word) {
        return parts.stream()
                        .flatMap(part -> part.ways().stream())
                        .flatMap(way -> way.needs().stream())
                        .anyMatch(need -> need.isFirstSignOf(word))
                ? word.start() + 1
                : word.end();
    }

    private static Part japanese(String run) {
        var ways = new ArrayList<Way>();
        var signs = needs(run);
        if (!signs.isEmpty()) {
            ways.add(new Way(AS_TYPED, signs));
        }
        var kana = Japanese.spelled(run);
        if (!kana.isEmpty()) {
            ways.add(new Way(AS_TYPED, List.of(Need.word(kana, Set.of()))));
        }
        var tokens = Japanese.tokens(run).stream().filter(t -> !t.particle()).toList();
        var whole = new StringBuilder();
        var words = new ArrayList<Need>();
        for (var token : tokens) {
            whole.append(token.reading());
            var own = needs(run.substring(token.start(), token.end()));
            if (own.isEmpty() && !token.reading().isEmpty()) {
                words.add(Need.reading(token.reading()));
            }
            words.addAll(own);
        }
        if (tokens.size() > 1 && !words.isEmpty()) {
            ways.add(new Way(BY_WORDS, words));
        }
        if (kana.isEmpty() && tokens.stream().noneMatch(t -> t.reading().isEmpty())) {
            ways.add(new Way(BY_READING, List.of(Need.reading(whole.toString()))));
            ways.add(new Way(
                    BY_READING,
                    tokens.stream().map(t -> Need.reading(t.reading())).toList()));
        }
        return new Part(ways.stream().filter(way -> !way.needs().isEmpty()).toList());
    }

    private static List<Need> needs(String run) {
        var signs = SearchWords.signs(run, 0);
        // The last sign alone is in the pair before it.
        var pairs = new ArrayList<>(signs);
        pairs.removeIf(word -> signs.stream().anyMatch(other -> other != word && holds(other, word)));
        return pairs.stream()
                .flatMap(word -> word.forms().stream())
                .map(Need::signs)
                .toList();
    }

    private static boolean holds(Word other, Word word) {
        return other.start() <= word.start() && other.end() >= word.end();
    }

    /** Nobody says in which language she types: what the word is akin to in each that has its letters. */
    private static Set<String> kin(String written, String form) {
        var kin = new HashSet<String>();
        var cyrillic =
                written.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        for (var stem : Analysis.stems(written, cyrillic ? Language.RU : Language.EN)) {
            kin.add(Folding.fold(stem.term()).replace(" ", ""));
        }
        var root = SearchWords.root(form);
        if (!root.isEmpty()) {
            kin.add(root);
        }
        kin.remove("");
        return kin;
    }
}
