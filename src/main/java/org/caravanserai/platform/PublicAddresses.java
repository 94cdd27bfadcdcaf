package org.caravanserai.platform;

import java.util.List;

/**
 * Addresses that anyone may ask for, as path patterns; each module that serves public pages offers one such bean. What no
 * module has declared is refused.
 *
 * @param patterns Spring path patterns such as {@code /m/**}
 */
public record PublicAddresses(List<String> patterns) {

    /** Addresses from patterns. */
    public static PublicAddresses of(String... patterns) {
        return new PublicAddresses(List.of(patterns));
    }
}
