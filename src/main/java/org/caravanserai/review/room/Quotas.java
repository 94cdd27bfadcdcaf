package org.caravanserai.review.room;

/**
 * What a programme should hold. Zero asks for nothing.
 *
 * @param total how many proposals are to be accepted
 * @param eachTopic at least how many of each topic of the meeting
 * @param eachCountry at least how many from each country that proposals come from
 * @param firstTime at least how many by people who take part for the first time
 */
public record Quotas(int total, int eachTopic, int eachCountry, int firstTime) {

    /** Asks for nothing. */
    public static final Quotas NONE = new Quotas(0, 0, 0, 0);

    /** The most that a quota asks for. */
    public static final int MOST = 10_000;

    /** Quotas within reason. */
    public Quotas {
        total = Math.clamp(total, 0, MOST);
        eachTopic = Math.clamp(eachTopic, 0, MOST);
        eachCountry = Math.clamp(eachCountry, 0, MOST);
        firstTime = Math.clamp(firstTime, 0, MOST);
    }

    /** Whether they ask for nothing. */
    public boolean isNone() {
        return equals(NONE);
    }
}
