package org.caravanserai.proposal.sheet;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a column means.
 *
 * @param field what it holds
 * @param of of what: for {@link Field#isLocalized()} a language's tag or {@link #IN_TALK_LANGUAGE}; for
 *     {@link Field#isOfPerson()} {@link #EVERYONE} or the person's number from 1; for {@link Field#ANSWER} the question's
 *     key; else empty
 */
public record Target(Field field, String of) {

    /** The text is in the language in which the talk is given. */
    public static final String IN_TALK_LANGUAGE = "talk";

    /** The cell holds something about each person, with separators between. */
    public static final String EVERYONE = "0";

    /** The most people with columns of their own. */
    public static final int MOST_PEOPLE = 20;

    /** A column that is not taken. */
    public static final Target NONE = new Target(Field.NONE, "");

    /** What a column can hold. */
    public enum Field {
        NONE,
        TITLE,
        ABSTRACT,
        TYPE,
        TOPICS,
        MINUTES,
        TALK_LANGUAGE,
        SLIDE_LANGUAGE,
        AUDIENCE,
        STATE,
        EXTERNAL_ID,
        NOTES,
        ANSWER,
        NAME,
        GIVEN,
        FAMILY,
        NATIVE_NAME,
        KANA,
        EMAIL,
        AFFILIATION,
        COUNTRY,
        ROLE;

        /** Whether it is a text in a language. */
        public boolean isLocalized() {
            return this == TITLE || this == ABSTRACT;
        }

        /** Whether it says something about people. */
        public boolean isOfPerson() {
            return ordinal() >= NAME.ordinal();
        }

        /** Whether several columns may hold it, one below the other. */
        public boolean mayRepeat() {
            return this == NONE || this == NOTES;
        }
    }

    /** Of nothing in particular. */
    public static Target of(Field field) {
        return new Target(field, "");
    }

    /** As one text, such as {@code TITLE:ja}. */
    @Override
    public String toString() {
        return of.isEmpty() ? field.name() : field.name() + ":" + of;
    }

    /** The target that {@link #toString} wrote; empty if there is none such. */
    public static Optional<Target> parse(String written) {
        var colon = written.indexOf(':');
        var name = colon < 0 ? written : written.substring(0, colon);
        return Arrays.stream(Field.values())
                .filter(f -> f.name().equals(name))
                .findFirst()
                .map(f -> new Target(f, colon < 0 ? "" : written.substring(colon + 1)));
    }
}
