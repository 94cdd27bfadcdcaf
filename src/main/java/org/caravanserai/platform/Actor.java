package org.caravanserai.platform;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who is acting: a signed-in person, the system itself (a job, an import at start), or nobody known. */
public final class Actor {

    /** What the principal of a signed-in person offers to the modules below {@code people}. */
    public interface Principal {

        /** The key of the acting person. */
        UUID personKey();
    }

    private static final Object SYSTEM = new Object() {
        @Override
        public String toString() {
            return "system";
        }
    };

    private Actor() {}

    /** The key of the signed-in person; empty for the system and for strangers. */
    public static Optional<UUID> person() {
        return principal() instanceof Principal principal ? Optional.of(principal.personKey()) : Optional.empty();
    }

    /** Whether the system itself acts, inside {@link #asSystem}. */
    public static boolean isSystem() {
        return principal() == SYSTEM;
    }

    /** Runs work as the system: for jobs and for what the product does by itself, never for what a person asked. */
    public static <T> T asSystem(Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(SYSTEM, "", AuthorityUtils.NO_AUTHORITIES)));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** As {@link #asSystem(Supplier)}, for work without a result. */
    public static void asSystem(Runnable work) {
        asSystem(() -> {
            work.run();
            return true;
        });
    }

    /** Whoever acts now, so that work begun later on another thread is hers too. */
    public static Self self() {
        return new Self(SecurityContextHolder.getContext());
    }

    /** Somebody who acted before. */
    public static final class Self {

        private final SecurityContext context;

        private Self(SecurityContext context) {
            this.context = context;
        }

        /** Runs work as her. */
        public void run(Runnable work) {
            var before = SecurityContextHolder.getContext();
            SecurityContextHolder.setContext(context);
            try {
                work.run();
            } finally {
                SecurityContextHolder.setContext(before);
            }
        }
    }

    private static Object principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return "";
        }
        var principal = authentication.getPrincipal();
        return principal == null ? "" : principal;
    }
}
