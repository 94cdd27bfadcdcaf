package org.caravanserai.text;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A person's name in all its forms. No form is derived from another: each is what the person wrote, and the published
 * form is the whole name as it stands on a programme. Absent forms are empty strings.
 *
 * @param published the whole name in Latin script as it is to be printed, such as {@code SATO Junichi}; never empty
 * @param family the Latin family name; empty for a mononym
 * @param given the Latin given name, or the only name
 * @param nameOrder which of the two comes first in the published form
 * @param nativeScript the whole name in the person's own script, such as {@code 佐藤 純一}
 * @param kana the reading in kana: the only correct key for sorting in Japanese
 * @param patronymic the patronymic in Latin script
 */
@Embeddable
public record PersonName(
        String published,
        String family,
        String given,
        @Enumerated(EnumType.STRING) Order nameOrder,
        String nativeScript,
        String kana,
        String patronymic) {

    /** Which part of a name comes first. */
    public enum Order {
        FAMILY_FIRST,
        GIVEN_FIRST,
        MONONYM
    }

    public PersonName {
        published = Clean.line(published);
        family = Clean.line(family);
        given = Clean.line(given);
        nativeScript = Clean.line(nativeScript);
        kana = Clean.line(kana);
        patronymic = Clean.line(patronymic);
    }

    /** A name of which only the published form is known. */
    public static PersonName published(String published) {
        return new PersonName(published, "", "", Order.GIVEN_FIRST, "", "", "");
    }

    /** The name as a reader of this language sees it first: the native script where she reads it, else the Latin form. */
    public String in(Language reader) {
        if (nativeScript.isEmpty()) {
            return published;
        }
        var japanese = nativeScript.codePoints().anyMatch(PersonName::isJapanese);
        var readsJapanese = reader == Language.JA;
        var readsCyrillic = switch (reader) {
            case RU, KK, KY, TG -> true;
            default -> false;
        };
        var cyrillic = nativeScript
                .codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        return (japanese && readsJapanese) || (cyrillic && readsCyrillic) ? nativeScript : published;
    }

    /** The other form, shown small beside {@link #in}; empty if there is none. */
    public String besides(Language reader) {
        if (nativeScript.equals(published)) {
            return "";
        }
        return in(reader).equals(published) ? nativeScript : published;
    }

    /** Every form in one line, for folding into a search key. */
    public String all() {
        return String.join(" ", published, family, given, nativeScript, kana, patronymic);
    }

    private static boolean isJapanese(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
