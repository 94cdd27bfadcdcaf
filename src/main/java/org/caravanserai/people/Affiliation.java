package org.caravanserai.people;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a person works: an institution picked from the directory, or what she typed.
 *
 * @param institution the key in the directory; empty when typed
 * @param words the institution's printed name, or what was typed; empty for none
 */
public record Affiliation(Optional<UUID> institution, String words) {

    /** No affiliation. */
    public static final Affiliation NONE = new Affiliation(Optional.empty(), "");

    /** An affiliation in a person's own words. */
    public static Affiliation typed(String words) {
        return new Affiliation(Optional.empty(), words);
    }

    /** Whether nothing is told. */
    public boolean isEmpty() {
        return words.isEmpty();
    }
}
