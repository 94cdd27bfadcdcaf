package org.caravanserai.testing;

import java.util.UUID;
import java.util.function.Supplier;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Runs a piece of a test as somebody. */
public final class Acting {

    private Acting() {}

    private record TestPrincipal(UUID personKey) implements Actor.Principal {}

    /** Runs work as a signed-in person. */
    public static <T> T as(PersonId person, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new TestPrincipal(person.value()), "", AuthorityUtils.NO_AUTHORITIES)));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Runs work as a signed-in person. */
    public static void as(PersonId person, Runnable work) {
        as(person, () -> {
            work.run();
            return true;
        });
    }
}
