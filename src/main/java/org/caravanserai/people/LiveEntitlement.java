package org.caravanserai.people;

import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.shell.Entitlement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the views that a person has open that what she may see has changed, after {@link Access} and
 * {@link AccountSessions} have forgotten what they knew and before sessions that no longer count are closed.
 */
@Component
class LiveEntitlement {

    private final LiveUpdates updates;

    LiveEntitlement(LiveUpdates updates) {
        this.updates = updates;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    @Order(1)
    void on(RolesChanged event) {
        updates.tell(
                Entitlement.channel(event.person().value()),
                event.lost() ? Entitlement.PERHAPS_LESS : Entitlement.MORE);
    }
}
