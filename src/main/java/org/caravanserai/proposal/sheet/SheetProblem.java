package org.caravanserai.proposal.sheet;

import java.util.List;

/**
 * Something about one cell, or one row, that an organiser must know.
 *
 * @param row as a spreadsheet shows it, from 1
 * @param column from 0; {@link #WHOLE_ROW} for the row as a whole
 * @param kind what it is; the message {@code sheet.problem.<name>} says it and what to do
 * @param arguments the message's arguments, the value concerned first
 */
public record SheetProblem(int row, int column, Kind kind, List<Object> arguments) {

    /** No column in particular. */
    public static final int WHOLE_ROW = -1;

    /** What a problem means for the import. */
    public enum Weight {
        /** Nothing is taken in while there is one. */
        STOPS,
        /** Nothing is taken in unless such rows are left out. */
        KNOWN,
        /** It is taken in as the message says. */
        NOTE
    }

    /** What can be wrong or odd. */
    public enum Kind {
        TITLE_MISSING(Weight.STOPS),
        TITLE_LONG(Weight.STOPS),
        ABSTRACT_LONG(Weight.STOPS),
        TYPE_UNKNOWN(Weight.STOPS),
        TOPIC_UNKNOWN(Weight.STOPS),
        TOPICS_MANY(Weight.STOPS),
        MINUTES_UNREADABLE(Weight.STOPS),
        NUMBER_UNREADABLE(Weight.STOPS),
        LANGUAGE_UNKNOWN(Weight.STOPS),
        STATE_UNKNOWN(Weight.STOPS),
        ROLE_UNKNOWN(Weight.STOPS),
        EMAIL_MALFORMED(Weight.STOPS),
        COUNTRY_UNKNOWN(Weight.STOPS),
        NAME_MISSING(Weight.STOPS),
        TEXT_LONG(Weight.STOPS),
        PEOPLE_MANY(Weight.STOPS),
        PEOPLE_UNEQUAL(Weight.STOPS),
        PERSON_TWICE(Weight.STOPS),
        ANSWER_UNFIT(Weight.STOPS),
        UNREADABLE(Weight.STOPS),
        FORMULA_EMPTY(Weight.STOPS),
        ID_TWICE(Weight.STOPS),
        ID_KNOWN(Weight.KNOWN),
        ROW_TWICE(Weight.KNOWN),
        TITLE_KNOWN(Weight.KNOWN),
        ENGLISH_MISSING(Weight.NOTE),
        LANGUAGE_OTHER(Weight.NOTE),
        MINUTES_RANGE(Weight.NOTE),
        NO_PEOPLE(Weight.NOTE),
        NOT_LATIN(Weight.NOTE),
        FORMULA(Weight.NOTE);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }

        /** What it means for the import. */
        public Weight weight() {
            return weight;
        }
    }
}
