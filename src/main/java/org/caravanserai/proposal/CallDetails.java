package org.caravanserai.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A call as its organisers see it.
 *
 * @param view what researchers read
 * @param version stands for what was read of dates and text, when they are changed
 * @param questionVersions the same for each question, by its key
 * @param lateLinks in the order in which they were made
 */
public record CallDetails(CallView view, long version, Map<UUID, Long> questionVersions, List<LateLinkView> lateLinks) {

    /** A late link without its secret. */
    public record LateLinkView(
            UUID key, String note, int usesAllowed, int usesLeft, Instant endsAt, boolean withdrawn) {}
}
