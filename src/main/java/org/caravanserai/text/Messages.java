package org.caravanserai.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words of the interface. Each module keeps its own in {@code messages/<module>.properties} (English) and
 * {@code messages/<module>_<tag>.properties}, in UTF-8, with keys that begin with the module's name. Patterns are ICU
 * {@link MessageFormat}s with numbered arguments, so that plurals follow each language's rules.
 */
@Component
public class Messages {

    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, MessageFormat>> formats = new EnumMap<>(Language.class);

    /**
     * Reads all bundles on the class path.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    public Messages() {
        for (var language : Language.values()) {
            patterns.put(language, new TreeMap<>());
            formats.put(language, new ConcurrentHashMap<>());
        }
        try {
            for (var bundle :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                read(bundle);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The words for a reader. Arguments that are {@link LocalizedText}s are given in the reader's language.
     *
     * @throws IllegalArgumentException if no bundle has the key
     */
    public String get(Language reader, String key, Object... arguments) {
        var format = of(formats, reader)
                .computeIfAbsent(key, k -> new MessageFormat(pattern(reader, k), reader.icuLocale()));
        var resolved = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            resolved[i] = arguments[i] instanceof LocalizedText text ? text.text(reader) : arguments[i];
        }
        // A MessageFormat is not thread safe while it formats.
        synchronized (format) {
            return format.format(resolved);
        }
    }

    /** The words of a refusal's reason. */
    public String get(Language reader, Refusal.Problem problem) {
        return get(reader, problem.key(), problem.arguments().toArray());
    }

    /** Whether there are words for this key. */
    public boolean has(String key) {
        return of(patterns, Language.EN).containsKey(key);
    }

    /** All keys that a language has, sorted. */
    public Set<String> keys(Language language) {
        return of(patterns, language).keySet();
    }

    /**
     * The raw pattern, English where the language lacks it.
     *
     * @throws IllegalArgumentException if no bundle has the key
     */
    public String pattern(Language language, String key) {
        var pattern = of(patterns, language).get(key);
        if (pattern == null) {
            pattern = of(patterns, Language.EN).get(key);
        }
        if (pattern == null) {
            throw new IllegalArgumentException("no message for " + key);
        }
        return pattern;
    }

    private static <T> Map<String, T> of(Map<Language, Map<String, T>> byLanguage, Language language) {
        return java.util.Objects.requireNonNull(byLanguage.get(language));
    }

    private void read(Resource bundle) throws IOException {
        var name = String.valueOf(bundle.getFilename()).replace(".properties", "");
        var underscore = name.lastIndexOf('_');
        var language = underscore < 0
                ? Language.EN
                : Language.ofTag(name.substring(underscore + 1))
                        .orElseThrow(() -> new IllegalStateException("bundle of an unknown language: " + name));
        var properties = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, pattern) -> {
            if (of(patterns, language).put((String) key, (String) pattern) != null) {
                throw new IllegalStateException("two bundles have the key " + key);
            }
        });
    }
}
