package org.caravanserai.exchange;

/**
 * Something in an imported file that is not as its format says, or not as this product keeps it. It never stops an import:
 * the administrator reads of it.
 *
 * @param kind what is odd
 * @param place where in the file: the number of a line, or a path of names
 * @param detail the words concerned, as they stand in the file; may be empty
 */
public record Oddity(Kind kind, String place, String detail) {

    /** What can be odd. The message for each is {@code exchange.oddity.<name>}. */
    public enum Kind {
        /** The file names no time zone. */
        NO_ZONE,
        /** An event has a time of day but no instant. */
        NO_DATE,
        /** The event's time of day is not that of its instant in the file's zone; the instant counts. */
        CLOCK_DIFFERS,
        /** The event names another room than the one it stands in; where it stands counts. */
        ROOM_DIFFERS,
        /** An event without a title; it is left out. */
        NO_TITLE,
        /** An event whose time cannot be read; it is left out. */
        NO_TIME,
        /** A length that cannot be read or kept; it is changed. */
        LENGTH,
        /** A number, code or identifier that is missing or stands in the file twice. */
        IDENTIFIER,
        /** A short name for addresses that is not as the format says. */
        SLUG,
        /** A language that is not one of the product's; the text is kept as it is. */
        OTHER_LANGUAGE,
        /** Several languages for one event; the first counts. */
        SEVERAL_LANGUAGES,
        /** A track that the file's head does not list. */
        TRACK,
        /** The first or last day cannot be, or they stand in the wrong order; the days of the events count. */
        DAYS,
        /** Two rooms of the same name; they are taken for one. */
        ROOM_NAME,
        /** An event outside the file's first and last day; the meeting becomes longer. */
        OUTSIDE_DAYS,
        /** A part that the format does not know; it is left out. */
        UNKNOWN_PART,
        /** Something that refers to what is not in the file; it refers to nothing now. */
        REFERS,
        /** A text longer than is kept; it is cut. */
        CUT,
        /** Two events in one room at the same time. */
        ROOM_TWICE,
        /** One person in two events at the same time. */
        PERSON_TWICE
    }
}
