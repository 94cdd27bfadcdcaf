package org.caravanserai.print;

/** How far a document is. */
public sealed interface PrintStanding {

    /** It can be downloaded. */
    record Ready(PrintedFile file) implements PrintStanding {}

    /** So many others are made before it. */
    record Waiting(int before) implements PrintStanding {}

    /** It is being made; {@code done} is from 0 to 1. */
    record Making(double done) implements PrintStanding {}

    /** It could not be made. */
    record Failed() implements PrintStanding {}

    /** Nobody has asked for it, or all who did have withdrawn. */
    record Unordered() implements PrintStanding {}
}
