package org.caravanserai.people;

import java.util.Locale;
import java.util.Optional;

/** Whether an institution is there to be chosen, as its registry says. */
public enum InstitutionState {
    ACTIVE,
    /** It has closed or become part of another; people who were there keep it. */
    INACTIVE,
    /** Its entry was a mistake of the registry, such as a duplicate. */
    WITHDRAWN;

    static Optional<InstitutionState> of(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "active" -> Optional.of(ACTIVE);
            case "inactive" -> Optional.of(INACTIVE);
            case "withdrawn" -> Optional.of(WITHDRAWN);
            default -> Optional.empty();
        };
    }
}
