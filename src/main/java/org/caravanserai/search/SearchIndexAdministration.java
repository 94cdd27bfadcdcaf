package org.caravanserai.search;

import org.caravanserai.people.Administrators;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.search.index.IndexKeeper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How it stands with the index of the process that an administrator is connected to, and what she can do about it. */
@Service
@Administrators
public class SearchIndexAdministration {

    /** Where every change of {@link #state()} is told. */
    public static final LiveUpdates.Channel CHANNEL = IndexKeeper.CHANNEL;

    private final IndexKeeper keeper;
    private final AuditTrail trail;

    SearchIndexAdministration(IndexKeeper keeper, AuditTrail trail) {
        this.keeper = keeper;
        this.trail = trail;
    }

    /** How it stands. */
    public IndexState state() {
        return keeper.state();
    }

    /** Has every process make its index anew in the background; the present ones answer until then. */
    @Transactional
    public void rebuild() {
        trail.record("rebuilt", "SearchIndex", CHANNEL.key(), "");
        keeper.rebuild();
    }

    /** Ends the making of the index of this process. */
    public void cancel() {
        keeper.cancel();
    }
}
