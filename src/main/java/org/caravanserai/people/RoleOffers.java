package org.caravanserai.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Roles kept for addresses that have no account yet; whoever shows that she reads mail sent to the address gets them. An
 * offer that nobody took is void after {@link #LIFETIME}.
 */
@Component
class RoleOffers {

    /** How long an offer stands. */
    static final Duration LIFETIME = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final RoleGrants grants;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoleOffers(JdbcClient jdbc, RoleGrants grants, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps a role for an address; empty if it was kept already. */
    Optional<UUID> make(EmailAddress email, String name, Language language, Role role, UUID meeting) {
        jdbc.sql("delete from role_offer where email = ? and role = ? and meeting = ? and created_at < ?")
                .params(email.value(), role.name(), meeting, oldest())
                .update();
        if (exists(email, role, meeting)) {
            return Optional.empty();
        }
        var key = Ids.next();
        jdbc.sql("insert into role_offer (id, email, role, meeting, created_at, invited_name, language)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        key,
                        email.value(),
                        role.name(),
                        meeting,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        Clean.cut(name, 200),
                        language.name())
                .update();
        trail.record("offered", "RoleOffer", key, RoleNote.of(role, meeting, email.value()));
        return Optional.of(key);
    }

    /** Takes an offer of a meeting back; empty if it is not there any more. */
    Optional<RoleOffer> withdraw(UUID meeting, UUID key) {
        var offer = jdbc.sql(OFFER + " where id = ? and meeting = ?")
                .params(key, meeting)
                .query((row, i) -> offer(row))
                .optional();
        var gone = jdbc.sql("delete from role_offer where id = ? and meeting = ?")
                .params(key, meeting)
                .update();
        if (gone == 0) {
            return Optional.empty();
        }
        offer.ifPresent(o -> trail.record(
                "withdrew",
                "RoleOffer",
                key,
                RoleNote.of(o.role(), meeting, o.email().value())));
        return offer;
    }

    List<RoleOffer> of(UUID meeting, int offset, int limit) {
        return jdbc.sql(OFFER + " where meeting = ? and created_at >= ? order by created_at desc, id limit ? offset ?")
                .params(meeting, oldest(), limit, offset)
                .query((row, i) -> offer(row))
                .list();
    }

    int count(UUID meeting) {
        return jdbc.sql("select count(*) from role_offer where meeting = ? and created_at >= ?")
                .params(meeting, oldest())
                .query(Integer.class)
                .single();
    }

    /** Gives a person what was offered to an address that is now known to be hers. */
    void redeem(EmailAddress email, PersonId person) {
        var offered = jdbc.sql("select role, meeting from role_offer where email = ? and created_at >= ?")
                .params(email.value(), oldest())
                .query((row, i) -> new RoleGrant(person, Role.valueOf(row.getString(1)), row.getObject(2, UUID.class)))
                .list();
        for (var grant : offered) {
            if (grants.findByPersonAndRoleAndMeeting(person.value(), grant.role(), grant.meeting())
                    .isEmpty()) {
                grants.save(grant);
            }
        }
        jdbc.sql("delete from role_offer where email = ?").param(email.value()).update();
        if (!offered.isEmpty()) {
            events.publishEvent(RolesChanged.gained(person));
        }
    }

    /** Deletes the offers that are void. */
    int sweep() {
        return jdbc.sql("delete from role_offer where created_at < ?")
                .param(oldest())
                .update();
    }

    private boolean exists(EmailAddress email, Role role, UUID meeting) {
        return jdbc.sql("select count(*) from role_offer where email = ? and role = ? and meeting = ?")
                        .params(email.value(), role.name(), meeting)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(LIFETIME).atOffset(ZoneOffset.UTC);
    }

    private static final String OFFER = "select id, email, invited_name, language, role, created_at from role_offer";

    private static RoleOffer offer(java.sql.ResultSet row) throws java.sql.SQLException {
        Instant made = row.getObject(6, OffsetDateTime.class).toInstant();
        return new RoleOffer(
                row.getObject(1, UUID.class),
                new EmailAddress(row.getString(2)),
                row.getString(3),
                Language.valueOf(row.getString(4)),
                Role.valueOf(row.getString(5)),
                made,
                made.plus(LIFETIME));
    }
}
