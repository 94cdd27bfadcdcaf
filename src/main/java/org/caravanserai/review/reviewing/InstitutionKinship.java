package org.caravanserai.review.reviewing;

import java.util.Set;
import java.util.UUID;

/** Which institutions an institution belongs to: itself, and all that it is a part of, however far up. */
public interface InstitutionKinship {

    /** The institution's own key and those of its ancestors; for an unknown one its own key alone. */
    Set<UUID> lineage(UUID institution);
}
