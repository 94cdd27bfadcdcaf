package org.caravanserai.demo;

import java.util.UUID;
import java.util.function.Supplier;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Actor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Lets the people of the demonstration do what they do themselves. */
final class DemoActing {

    private DemoActing() {}

    private record Principal(UUID personKey) implements Actor.Principal {}

    /** Runs work as one of them. */
    static <T> T as(PersonId person, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new Principal(person.value()), "", AuthorityUtils.NO_AUTHORITIES)));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Runs work as one of them. */
    static void as(PersonId person, Runnable work) {
        as(person, () -> {
            work.run();
            return true;
        });
    }
}
