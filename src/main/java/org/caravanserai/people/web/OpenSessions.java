package org.caravanserai.people.web;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.caravanserai.people.AccountPrincipal;
import org.caravanserai.people.AccountSessions;
import org.caravanserai.people.RolesChanged;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions of this process by person. When an account is disabled or has ended its sessions, they are closed at once,
 * and with them the views that are open in a browser.
 */
@Component
class OpenSessions {

    private static final String ATTRIBUTE = OpenSessions.class.getName();

    private final ConcurrentHashMap<UUID, Set<Open>> byPerson = new ConcurrentHashMap<>();
    private final AccountSessions sessions;

    OpenSessions(AccountSessions sessions) {
        this.sessions = sessions;
    }

    /** Lives in the session, which tells it when it ends. */
    private final class Open implements HttpSessionBindingListener {

        private final AccountPrincipal principal;
        private final HttpSession session;

        Open(AccountPrincipal principal, HttpSession session) {
            this.principal = principal;
            this.session = session;
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            byPerson.computeIfPresent(principal.personKey(), (person, open) -> {
                open.remove(this);
                return open.isEmpty() ? null : open;
            });
        }
    }

    /** Takes note of a session; more than once does no harm. */
    void note(AccountPrincipal principal, HttpSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof Open open && open.principal.equals(principal)) {
            return;
        }
        var open = new Open(principal, session);
        session.setAttribute(ATTRIBUTE, open);
        byPerson.compute(principal.personKey(), (person, before) -> {
            var all = before == null ? ConcurrentHashMap.<Open>newKeySet() : before;
            all.add(open);
            return all;
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(RolesChanged event) {
        for (var open : Set.copyOf(byPerson.getOrDefault(event.person().value(), Set.of()))) {
            if (!sessions.counts(open.principal)) {
                try {
                    open.session.invalidate();
                } catch (IllegalStateException e) {
                    // It has ended in the meantime, which is what was wanted.
                    open.valueUnbound(new HttpSessionBindingEvent(open.session, ATTRIBUTE));
                }
            }
        }
    }
}
