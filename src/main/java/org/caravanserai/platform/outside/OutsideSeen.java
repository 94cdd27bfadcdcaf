package org.caravanserai.platform.outside;

/**
 * What an address said of the state that it gave last, so that it need not give it again.
 *
 * @param tag its {@code ETag}; empty if it has none
 * @param modified its {@code Last-Modified}, as it was written; empty if it has none
 */
public record OutsideSeen(String tag, String modified) {

    /** Nothing was seen yet. */
    public static final OutsideSeen NOTHING = new OutsideSeen("", "");
}
