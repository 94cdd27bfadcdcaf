package org.caravanserai.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for. None holds another: who may write may not therefore read. */
public enum Scope {
    FAVOURITES_READ,
    FAVOURITES_WRITE,
    PROPOSALS_READ,
    PROPOSALS_WRITE,
    REVIEWS_READ,
    DECISIONS_READ,
    PLACEMENTS_READ,
    PLACEMENTS_WRITE;

    /** The scope as programs write it, such as {@code favourites:read}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope that programs write so. */
    public static Optional<Scope> of(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id().equals(id)).findFirst();
    }
}
