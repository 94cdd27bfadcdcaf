package org.caravanserai.text;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language of the interface and of what people write. The regions are part of the locales because a bare language
 * starts the week on Sunday.
 */
public enum Language {
    EN("en-GB", "English"),
    JA("ja-JP", "日本語"),
    RU("ru-RU", "Русский"),
    KK("kk-KZ", "Қазақша"),
    KY("ky-KG", "Кыргызча"),
    UZ("uz-Latn-UZ", "Oʻzbekcha"),
    TG("tg-TJ", "Тоҷикӣ"),
    TK("tk-TM", "Türkmençe");

    private final Locale locale;
    private final String ownName;

    Language(String localeTag, String ownName) {
        this.locale = Locale.forLanguageTag(localeTag);
        this.ownName = ownName;
    }

    /** The BCP 47 primary language, such as {@code kk}: what stands in {@code lang} attributes and addresses. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The locale for dates, numbers and the first day of the week. */
    public Locale locale() {
        return locale;
    }

    /** The same locale for ICU, which knows these languages better than the JDK does. */
    public ULocale icuLocale() {
        return ULocale.forLocale(locale);
    }

    /** The language's name in itself, as a language choice shows it. */
    public String ownName() {
        return ownName;
    }

    /**
     * The order in which a text is looked for when it is missing in this language: this language, for the languages of
     * Central Asia then Russian, then English, then the others in the order of this enum.
     */
    public List<Language> fallback() {
        var order = new java.util.LinkedHashSet<Language>();
        order.add(this);
        if (this != EN && this != JA) {
            order.add(RU);
        }
        order.add(EN);
        order.addAll(List.of(values()));
        return List.copyOf(order);
    }

    /** The language of a BCP 47 tag such as {@code kk} or {@code kk-KZ}; empty if it is not one of ours. */
    public static Optional<Language> ofTag(String tag) {
        var primary = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return Arrays.stream(values()).filter(l -> l.tag().equals(primary)).findFirst();
    }

    /** The language of a locale, English if it is not one of ours. */
    public static Language of(Locale locale) {
        return ofTag(locale.toLanguageTag()).orElse(EN);
    }

    /** The first of a reader's preferred locales that is one of ours; empty if none is. */
    public static Optional<Language> firstOf(Collection<Locale> preferred) {
        return preferred.stream()
                .flatMap(l -> ofTag(l.toLanguageTag()).stream())
                .findFirst();
    }
}
