package org.caravanserai.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.platform.Actor;
import org.caravanserai.text.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Answers what the acting person may do, for {@code @PreAuthorize("@access.…")} on services. Roles are read from the
 * database, not from the session, so that a role taken away is gone at once: a change by this process is seen at the
 * next question, one by another process within two seconds.
 */
@Component("access")
public class Access {

    private final RoleGrants grants;
    private final Cache<UUID, Set<Held>> held = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    Access(RoleGrants grants) {
        this.grants = grants;
    }

    private record Held(Role role, UUID meeting) {}

    /** The acting person; empty for strangers and for the system. */
    public Optional<PersonId> me() {
        return Actor.person().map(PersonId::new);
    }

    /**
     * The acting person.
     *
     * @throws Refusal if there is none
     */
    public PersonId requireMe() {
        return me().orElseThrow(() -> Refusal.of("people.account.none"));
    }

    /** Whether anyone known is acting: a signed-in person or the system. */
    public boolean signedIn() {
        return Actor.isSystem() || Actor.person().isPresent();
    }

    /** Whether the system itself is acting. */
    public boolean system() {
        return Actor.isSystem();
    }

    /** Whether the acting person is an administrator (or the system). */
    public boolean administrator() {
        return Actor.isSystem() || has(Role.ADMINISTRATOR, RoleGrant.EVERYWHERE);
    }

    /**
     * Whether the acting person has one of these roles in this meeting. Administrators have none of them by themselves:
     * they give one to themselves, which the audit trail shows. The system may do everything.
     *
     * @param meeting the meeting's key
     * @param roles names of {@link Role}s
     */
    public boolean in(UUID meeting, String... roles) {
        return Actor.isSystem() || Arrays.stream(roles).anyMatch(role -> has(Role.valueOf(role), meeting));
    }

    /** Whether the acting person is an organiser of this meeting. */
    public boolean organiser(UUID meeting) {
        return in(meeting, "ORGANISER");
    }

    /** Whether the acting person is this one (or the system acts). */
    public boolean self(PersonId person) {
        return Actor.isSystem() || me().filter(person::equals).isPresent();
    }

    /** The meetings in which the acting person has this role. */
    public Set<UUID> meetingsAs(Role role) {
        var meetings = new HashSet<UUID>();
        Actor.person()
                .ifPresent(person ->
                        rolesOf(person).stream().filter(h -> h.role() == role).forEach(h -> meetings.add(h.meeting())));
        return meetings;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    @Order(0)
    void on(RolesChanged event) {
        held.invalidate(event.person().value());
    }

    private boolean has(Role role, UUID meeting) {
        return Actor.person()
                .filter(person -> rolesOf(person).contains(new Held(role, meeting)))
                .isPresent();
    }

    private Set<Held> rolesOf(UUID person) {
        return held.get(person, p -> {
            var roles = new HashSet<Held>();
            grants.findByPerson(p).forEach(g -> roles.add(new Held(g.role(), g.meeting())));
            return roles;
        });
    }
}
