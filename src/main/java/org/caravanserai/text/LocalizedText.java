package org.caravanserai.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text that a person may write in several languages, such as a title. Languages without a text are absent, never empty
 * strings. Immutable.
 *
 * @param texts the texts by language; blank ones are dropped and the rest stripped
 */
public record LocalizedText(Map<Language, String> texts) {

    /** The text in no language at all. */
    public static final LocalizedText EMPTY = new LocalizedText(Map.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public LocalizedText {
        var kept = new EnumMap<Language, String>(Language.class);
        texts.forEach((language, text) -> {
            var stripped = text.strip();
            if (!stripped.isEmpty()) {
                kept.put(language, stripped);
            }
        });
        texts = Collections.unmodifiableMap(kept);
    }

    /** A text in one language. */
    public static LocalizedText of(Language language, String text) {
        return new LocalizedText(Map.of(language, text));
    }

    /** A text in English alone. */
    public static LocalizedText english(String text) {
        return of(Language.EN, text);
    }

    /** This text with one language set, or removed when {@code text} is blank. */
    public LocalizedText with(Language language, String text) {
        var changed = new EnumMap<Language, String>(Language.class);
        changed.putAll(texts);
        changed.put(language, text);
        return new LocalizedText(changed);
    }

    /** The text in exactly this language; the empty string if there is none. */
    public String exactly(Language language) {
        return texts.getOrDefault(language, "");
    }

    /** The text for a reader, by the order of {@link Language#fallback()}, with the language it is really in. */
    public Rendered in(Language reader) {
        for (var language : reader.fallback()) {
            var text = texts.get(language);
            if (text != null) {
                return new Rendered(text, language);
            }
        }
        return new Rendered("", reader);
    }

    /** The words of {@link #in(Language)} alone. */
    public String text(Language reader) {
        return in(reader).text();
    }

    /** The languages that have a text. */
    public Set<Language> languages() {
        return texts.keySet();
    }

    /** Whether there is no text in any language. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** This text with every language's words changed alike, such as cleaned by {@link Clean#line}. */
    public LocalizedText map(UnaryOperator<String> change) {
        var changed = new EnumMap<Language, String>(Language.class);
        texts.forEach((language, text) -> changed.put(language, change.apply(text)));
        return new LocalizedText(changed);
    }

    /** The length of the longest of the texts, in characters; 0 if there is none. */
    public int longest() {
        return texts.values().stream().mapToInt(String::length).max().orElse(0);
    }

    /** All texts one after the other, for search. */
    public String all() {
        return String.join(" \n", texts.values());
    }

    /** The JSON object of texts by language tag, in the order of {@link Language}. */
    public String toJson() {
        var byTag = new LinkedHashMap<String, String>();
        texts.forEach((language, text) -> byTag.put(language.tag(), text));
        return JSON.writeValueAsString(byTag);
    }

    /**
     * Reads what {@link #toJson()} wrote. Languages that are not ours are ignored, so that a newer node may write them.
     *
     * @throws tools.jackson.core.JacksonException if it is not a JSON object of strings
     */
    public static LocalizedText fromJson(String json) {
        return ofTags(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    }

    /** A text from texts by language tag; tags that are not ours are ignored. */
    public static LocalizedText ofTags(Map<String, String> byTag) {
        var texts = new EnumMap<Language, String>(Language.class);
        byTag.forEach((tag, text) -> Language.ofTag(tag).ifPresent(language -> texts.put(language, text)));
        return new LocalizedText(texts);
    }

    /**
     * A text as a reader gets it.
     *
     * @param text the words
     * @param language the language they are in, for the {@code lang} attribute
     */
    public record Rendered(String text, Language language) {}
}
