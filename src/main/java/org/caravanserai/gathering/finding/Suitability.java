package org.caravanserai.gathering.finding;

/** How a time suits a person, from best to worst. It is all that others learn of her hours. */
public enum Suitability {
    /** Within her working hours. */
    WORKING(0),
    /** Within an hour before or after them. */
    EDGE(1),
    /** In a break of hers. */
    BREAK(2),
    /** In her free time, at an hour at which she may be met. */
    HUMANE(3),
    /** She would rather be elsewhere, such as in a session that she has marked. */
    RATHER_NOT(4),
    /** At an hour at which nobody should be asked to meet. */
    OUTSIDE(8),
    /** She is engaged. */
    ENGAGED(12);

    private final int inconvenience;

    Suitability(int inconvenience) {
        this.inconvenience = inconvenience;
    }

    /** What it costs her, so that people can be compared and sums be made. */
    public int inconvenience() {
        return inconvenience;
    }
}
