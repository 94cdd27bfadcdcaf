package org.caravanserai.mail;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Tells which matters the acting person must learn nothing of, for example proposals with which she has a conflict of
 * interest: messages about them are not shown to her with a meeting's others. Each module tells of what it conceals.
 */
public interface ConcealedMatters {

    /** The keys of what is concealed from her in these meetings. */
    Set<UUID> concealedFromMe(Collection<UUID> meetings);
}
