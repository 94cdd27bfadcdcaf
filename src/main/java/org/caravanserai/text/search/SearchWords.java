package org.caravanserai.text.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/**
 * The words of a text as a search compares them. Words of all scripts are folded, so that their spellings meet; Japanese is
 * known by its signs and by its pronunciation, so that kana find kanji and the other way round.
 */
public final class SearchWords {

    private static final int LONGEST = 60;
    private static final int SHORTEST_ROOT = 5;

    /** Names and the words of a subject come again and again, and folding one costs a hundred times as much as this. */
    private static final Cache<String, String> FOLDED =
            Caffeine.newBuilder().maximumSize(100_000).build();

    private SearchWords() {}

    /** The words of a text in all its languages. */
    public static List<Word> in(LocalizedText text) {
        var words = new ArrayList<Word>();
        text.texts().forEach((language, written) -> words.addAll(in(written, language)));
        return words;
    }

    /** The words of a text of which nobody said in which language it is: its script and letters tell. */
    public static List<Word> in(String text) {
        return in(text, Analysis.guess(text));
    }

    /** The words of a text. */
    public static List<Word> in(String text, Language language) {
        var kin = kin(text, language);
        var words = new ArrayList<Word>();
        var before = "";
        for (var run : Runs.in(text)) {
            var written = text.substring(run.start(), run.end());
            if (run.japanese()) {
                japanese(written, run.start(), true, words);
                before = "";
                continue;
            }
            var forms = forms(written);
            if (forms.isEmpty()) {
                continue;
            }
            if (run.joined() && !before.isEmpty()) {
                forms.add(cut(before + String.join("", forms)));
            }
            before = forms.iterator().next();
            words.add(new Word(run.start(), run.end(), forms, kinOf(forms, kin.get(run.start()), language)));
        }
        return words;
    }

    /**
     * The words of a name in all its forms. How a name is read is what the person says in kana and nothing else: only where
     * she says nothing, the usual reading of its signs stands in.
     */
    public static List<Word> in(PersonName name) {
        var words = new ArrayList<Word>();
        for (var form : List.of(name.published(), name.family(), name.given(), name.patronymic(), name.kana())) {
            words.addAll(plain(form, true));
        }
        words.addAll(plain(name.nativeScript(), name.kana().isEmpty()));
        return words;
    }

    /** Everything that words are found by, for an index. */
    public static Set<String> forms(List<Word> words) {
        var forms = new HashSet<String>();
        words.forEach(word -> forms.addAll(word.forms()));
        return forms;
    }

    /** Everything that words are akin to, for an index. */
    public static Set<String> kin(List<Word> words) {
        var kin = new HashSet<String>();
        words.forEach(word -> kin.addAll(word.kin()));
        return kin;
    }

    /** A word of a script that divides its words, folded; empty if nothing of it is left. */
    static Set<String> forms(String written) {
        var folded = Objects.requireNonNull(FOLDED.get(Clean.cut(written, LONGEST), Folding::fold));
        var forms = new HashSet<String>();
        Arrays.stream(folded.split(" ")).filter(f -> !f.isEmpty()).forEach(forms::add);
        return forms;
    }

    /** What a folded word is akin to: its stem and, where words grow at their end, its root. */
    static Set<String> kinOf(Set<String> forms, @org.jspecify.annotations.Nullable String stem, Language language) {
        var kin = new HashSet<String>();
        if (stem != null) {
            kin.addAll(forms(stem));
        }
        if (language != Language.EN && language != Language.RU && language != Language.JA) {
            forms.stream().map(SearchWords::root).filter(r -> !r.isEmpty()).forEach(kin::add);
        }
        return kin;
    }

    /** A root as it stands among kin, where it must not be taken for a stem; empty for a word that is too short for one. */
    static String root(String folded) {
        return folded.length() < SHORTEST_ROOT ? "" : Analysis.root(folded) + "-";
    }

    /** The pairs of signs that follow each other in a run, and its last sign alone. */
    static List<Word> signs(String run, int at) {
        var words = new ArrayList<Word>();
        int from = 0;
        while (from < run.length()) {
            int size = Character.charCount(run.codePointAt(from));
            if (!Runs.isHan(run.codePointAt(from))) {
                from += size;
                continue;
            }
            int next = from + size;
            int end = next < run.length() && Runs.isHan(run.codePointAt(next))
                    ? next + Character.charCount(run.codePointAt(next))
                    : next;
            words.add(new Word(at + from, at + end, Set.of(run.substring(from, end)), Set.of()));
            if (end > next && (end == run.length() || !Runs.isHan(run.codePointAt(end)))) {
                words.add(new Word(at + next, at + end, Set.of(run.substring(next, end)), Set.of()));
            }
            from = next;
        }
        return words;
    }

    private static List<Word> plain(String text, boolean read) {
        var words = new ArrayList<Word>();
        for (var run : Runs.in(text)) {
            var written = text.substring(run.start(), run.end());
            if (run.japanese()) {
                japanese(written, run.start(), read, words);
            } else {
                words.add(new Word(run.start(), run.end(), forms(written), Set.of()));
            }
        }
        return words;
    }

    private static void japanese(String written, int at, boolean read, List<Word> words) {
        var run = Japanese.usual(written);
        // Half-width kana take more room than full ones: such a run is one word.
        var exact = run.length() == written.length();
        var found = new ArrayList<>(signs(run, at));
        var whole = Japanese.spelled(run);
        if (!whole.isEmpty() && whole.length() <= LONGEST) {
            found.add(new Word(at, at + written.length(), Set.of(whole), Set.of()));
        }
        if (read) {
            Japanese.Token before = null;
            for (var token : Japanese.tokens(run)) {
                if (token.reading().isEmpty() || token.particle()) {
                    before = null;
                    continue;
                }
                found.add(new Word(at + token.start(), at + token.end(), Set.of(cut(token.reading())), Set.of()));
                if (before != null) {
                    found.add(new Word(
                            at + before.start(),
                            at + token.end(),
                            Set.of(cut(before.reading() + token.reading())),
                            Set.of()));
                }
                before = token;
            }
        }
        found.forEach(word -> words.add(exact ? word : new Word(at, at + written.length(), word.forms(), word.kin())));
    }

    private static Map<Integer, String> kin(String text, Language language) {
        var kin = new HashMap<Integer, String>();
        if (language == Language.EN || language == Language.RU) {
            Analysis.stems(text, language).forEach(stem -> kin.put(stem.start(), stem.term()));
        }
        return kin;
    }

    private static String cut(String form) {
        return Clean.cut(form, LONGEST);
    }
}
