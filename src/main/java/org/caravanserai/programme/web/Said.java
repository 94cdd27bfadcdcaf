package org.caravanserai.programme.web;

import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Words on a page, with their language where it is not the page's.
 *
 * @param text the words
 * @param lang the {@code lang} attribute; null where the page's own language holds
 */
public record Said(String text, @Nullable String lang) {

    static Said of(LocalizedText text, Language page) {
        var rendered = text.in(page);
        return new Said(
                rendered.text(),
                rendered.language() == page ? null : rendered.language().tag());
    }

    /** A name as a reader of this page sees it first. */
    static Said name(PersonName name, Language page) {
        return script(name.in(page), page);
    }

    /** A name's other form. */
    static Said besides(PersonName name, Language page) {
        return script(name.besides(page), page);
    }

    private static Said script(String words, Language page) {
        var japanese = words.codePoints().anyMatch(c -> switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        });
        return new Said(words, japanese && page != Language.JA ? Language.JA.tag() : null);
    }
}
