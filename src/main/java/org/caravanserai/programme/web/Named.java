package org.caravanserai.programme.web;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;

/** What things that have a code are called in a reader's language. */
final class Named {

    private Named() {}

    /** A language's name; the empty string for none. */
    static String language(String tag, Language reader) {
        return tag.isEmpty()
                ? ""
                : LocaleDisplayNames.getInstance(reader.icuLocale(), LocaleDisplayNames.DialectHandling.STANDARD_NAMES)
                        .localeDisplayName(tag);
    }

    /** A country's name; the empty string for none. */
    static String country(String code, Language reader) {
        return code.isEmpty()
                ? ""
                : ULocale.getDisplayCountry(
                        "und_" + code.toUpperCase(Locale.ROOT),
                        reader.icuLocale().toString());
    }

    /** A value of a facet of a programme. */
    static Said value(Programme programme, Facet facet, String value, PageReader reader) {
        var page = reader.language();
        return switch (facet) {
            case TOPIC ->
                programme.topic(value).map(t -> Said.of(t.name(), page)).orElse(new Said(value, null));
            case TYPE -> programme.type(value).map(t -> Said.of(t.name(), page)).orElse(new Said(value, null));
            case ROOM -> programme.room(value).map(r -> Said.of(r.name(), page)).orElse(new Said(value, null));
            case INSTITUTION -> new Said(programme.institution(value).orElse(value), null);
            case LANGUAGE -> new Said(language(value, page), null);
            case COUNTRY -> new Said(country(value, page), null);
        };
    }
}
