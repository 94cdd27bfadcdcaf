package org.caravanserai.proposal.sheet;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;

/** What columns and values are called in other tools and in the eight languages, compared folded. */
final class SheetWords {

    private static final Map<String, Map<String, String>> KNOWN = load();
    private static final Map<String, String> LANGUAGES = languages();
    private static final Map<String, String> COUNTRIES = countries();

    private SheetWords() {}

    /** What a column with this head may hold; empty if the words are not known. */
    static Optional<Target.Field> field(String head) {
        return known("head", head).map(Target.Field::valueOf);
    }

    static Optional<ContributorRole> role(String word) {
        return Arrays.stream(ContributorRole.values())
                .filter(r -> r.name().equalsIgnoreCase(word))
                .findFirst()
                .or(() -> known("role", word).map(ContributorRole::valueOf));
    }

    static Optional<ProposalState> state(String word) {
        return known("state", word).map(ProposalState::valueOf);
    }

    /** {@code yes} or {@code no}. */
    static Optional<String> yesOrNo(String word) {
        return known("answer", word);
    }

    /** The BCP 47 tag of a language named by a code of two or three letters, by a locale, or in one of the eight languages. */
    static Optional<String> language(String word) {
        var plain = word.strip().toLowerCase(Locale.ROOT);
        if (plain.matches("[a-z]{2,3}([-_][a-z]{2,4})*")) {
            var tag = ULocale.forLanguageTag(plain.replace('_', '-')).getLanguage();
            var known = LANGUAGES.get("code " + tag);
            if (known != null) {
                return Optional.of(known);
            }
        }
        // Kazakh, Kyrgyz and Turkmen name a language with their word for language behind, which people leave out.
        var folded = Folding.fold(word);
        return java.util.stream.Stream.of(folded, folded + " tili", folded + " dili")
                .flatMap(name -> Optional.ofNullable(LANGUAGES.get(name)).stream())
                .findFirst();
    }

    /** The ISO 3166-1 alpha-2 code of a country named by a code or in one of the eight languages. */
    static Optional<String> country(String word) {
        var plain = word.strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(COUNTRIES.get("code " + plain))
                .or(() -> Optional.ofNullable(COUNTRIES.get(Folding.fold(word))));
    }

    private static Optional<String> known(String kind, String word) {
        return Optional.ofNullable(Objects.requireNonNull(KNOWN.get(kind)).get(Folding.fold(word)));
    }

    private static Map<String, Map<String, String>> load() {
        var known = new HashMap<String, Map<String, String>>();
        try (var stream = Objects.requireNonNull(
                        SheetWords.class.getResourceAsStream("/proposal/sheet-words.properties"));
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var lines = new Properties();
            lines.load(reader);
            lines.stringPropertyNames().forEach(name -> {
                var dot = name.indexOf('.');
                var words = known.computeIfAbsent(name.substring(0, dot), k -> new HashMap<>());
                for (var word : lines.getProperty(name).split(",")) {
                    var folded = Folding.fold(word);
                    if (!folded.isEmpty()) {
                        words.put(folded, name.substring(dot + 1));
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private static Map<String, String> languages() {
        var names = new HashMap<String, String>();
        for (var code : ULocale.getISOLanguages()) {
            var locale = new ULocale(code);
            // A deprecated or old code, such as mo, must not take the place of the one in use.
            if (code.length() == 2) {
                names.put("code " + code, code);
                names.put("code " + locale.getISO3Language(), code);
                names.putIfAbsent(Folding.fold(locale.getDisplayLanguage(locale)), code);
                for (var reader : Language.values()) {
                    names.putIfAbsent(Folding.fold(locale.getDisplayLanguage(reader.icuLocale())), code);
                }
            }
        }
        for (var language : Language.values()) {
            names.put(Folding.fold(language.ownName()), language.tag());
        }
        names.remove("");
        return names;
    }

    private static Map<String, String> countries() {
        var names = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = new ULocale("", code);
            names.put("code " + code, code);
            names.put("code " + country.getISO3Country(), code);
            for (var reader : Language.values()) {
                names.putIfAbsent(Folding.fold(country.getDisplayCountry(reader.icuLocale())), code);
            }
        }
        Objects.requireNonNull(KNOWN.get("country")).forEach(names::put);
        names.remove("");
        return names;
    }
}
