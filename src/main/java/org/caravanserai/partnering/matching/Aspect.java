package org.caravanserai.partnering.matching;

/** One side from which two cards are compared. What all can give at most is 100 together. */
public enum Aspect {
    /** One gives what the other looks for. */
    COMPLEMENT(25),
    TOPICS(25),
    WORDS(20),
    METHODS(10),
    /** They work in different countries. */
    COUNTRY(10),
    LANGUAGE(5),
    /** Their times overlap. */
    TERM(5);

    private final int most;

    Aspect(int most) {
        this.most = most;
    }

    /** What it can give at most. */
    public int most() {
        return most;
    }
}
