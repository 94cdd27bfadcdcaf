package org.caravanserai.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/**
 * What a person is told when something she did in a view failed: a refusal in its own words; a stale write, and that
 * nothing was overwritten; a right that is missing; anything else with a code under which the log holds the rest. The view
 * and what was typed into it stay.
 */
class ShellErrorHandler implements ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ShellErrorHandler.class);

    @Override
    public void error(ErrorEvent event) {
        var thrown = event.getThrowable();
        var refusal = cause(thrown, Refusal.class);
        if (refusal != null) {
            tell(() -> Notices.refused(refusal));
        } else if (cause(thrown, OptimisticLockingFailureException.class) != null) {
            tell(() -> Notices.warning(Words.here().get("shell.stale")));
        } else if (cause(thrown, AccessDeniedException.class) != null) {
            tell(() -> Notices.warning(Words.here().get("shell.denied")));
        } else {
            var code = Ids.code();
            LOG.error("Fault {}", code, thrown);
            tell(() -> Notices.warning(Words.here().get("shell.fault.text", code)));
        }
    }

    private static void tell(Runnable notice) {
        if (UI.getCurrent() != null) {
            notice.run();
        }
    }

    private static <T extends Throwable> @Nullable T cause(@Nullable Throwable thrown, Class<T> type) {
        for (var t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
