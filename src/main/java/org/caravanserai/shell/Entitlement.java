package org.caravanserai.shell;

import java.util.UUID;
import org.caravanserai.platform.LiveUpdates;

/** What has changed for a person while she has views open: sent on {@link #channel}, heard by {@link MainLayout}. */
public enum Entitlement {
    /** She may see more: her menu grows, and nothing that she is doing is disturbed. */
    MORE,
    /** She may see less, or nothing: what is on her screen is asked for again. */
    PERHAPS_LESS;

    /** Where a person's views listen. */
    public static LiveUpdates.Channel channel(UUID person) {
        return new LiveUpdates.Channel("entitlement", person);
    }
}
