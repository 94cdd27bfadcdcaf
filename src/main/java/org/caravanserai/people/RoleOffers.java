package org.caravanserai.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.caravanserai.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Roles kept for addresses that have no account yet; whoever registers with the address, and confirms it, gets them. */
@Component
class RoleOffers {

    /** A role kept for an address. */
    record Offer(UUID id, EmailAddress email, Role role) {}

    private final JdbcClient jdbc;
    private final RoleGrants grants;
    private final Clock clock;

    RoleOffers(JdbcClient jdbc, RoleGrants grants, Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.clock = clock;
    }

    void make(EmailAddress email, Role role, UUID meeting) {
        withdraw(email, role, meeting);
        jdbc.sql("insert into role_offer (id, email, role, meeting, created_at) values (?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        email.value(),
                        role.name(),
                        meeting,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(EmailAddress email, Role role, UUID meeting) {
        jdbc.sql("delete from role_offer where email = ? and role = ? and meeting = ?")
                .params(email.value(), role.name(), meeting)
                .update();
    }

    List<Offer> of(UUID meeting) {
        return jdbc.sql("select id, email, role from role_offer where meeting = ? order by email, role")
                .param(meeting)
                .query((row, i) -> new Offer(
                        row.getObject(1, UUID.class),
                        new EmailAddress(row.getString(2)),
                        Role.valueOf(row.getString(3))))
                .list();
    }

    void redeem(EmailAddress email, PersonId person) {
        jdbc.sql("select role, meeting from role_offer where email = ?")
                .param(email.value())
                .query((row, i) -> new RoleGrant(person, Role.valueOf(row.getString(1)), row.getObject(2, UUID.class)))
                .list()
                .forEach(grants::save);
        jdbc.sql("delete from role_offer where email = ?").param(email.value()).update();
    }
}
