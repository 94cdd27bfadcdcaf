package org.caravanserai.gathering.poll;

/** What somebody says to one candidate. */
public enum Choice {
    YES,
    IF_NEED_BE,
    NO;

    /** Whether she would come. */
    public boolean comes() {
        return this != NO;
    }
}
