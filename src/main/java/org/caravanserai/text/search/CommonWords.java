package org.caravanserai.text.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.caravanserai.text.Language;

/** The words of a language that tell nothing about a subject: "when", "after", "two". */
final class CommonWords {

    private final Set<String> words = new HashSet<>();

    CommonWords(Language language) {
        try (var own = read(CommonWords.class, "/search/common-words_" + language.tag() + ".txt")) {
            own.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                    .map(CommonWords::plain)
                    .forEach(words::add);
            if (language == Language.EN) {
                try (var usual = read(SnowballFilter.class, "english_stop.txt")) {
                    WordlistLoader.getSnowballWordSet(usual).forEach(word -> words.add(new String((char[]) word)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a word is one of them as it was written; of Japanese, in its base form. */
    boolean has(String written) {
        return words.contains(plain(written));
    }

    private static String plain(String written) {
        return written.toLowerCase(Locale.ROOT)
                .replace('\'', 'ʻ')
                .replace('’', 'ʻ')
                .replace('‘', 'ʻ')
                .replace('ʼ', 'ʻ');
    }

    private static BufferedReader read(Class<?> beside, String name) {
        return new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream(name), name), StandardCharsets.UTF_8));
    }
}
