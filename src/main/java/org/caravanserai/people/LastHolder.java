package org.caravanserai.people;

import java.util.List;
import java.util.UUID;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a meeting keeps an organiser and an installation an administrator who can sign in. The rows of all who
 * hold the role are locked, so that of two who leave at the same moment the second is refused.
 */
@Component
class LastHolder {

    private final JdbcClient jdbc;

    LastHolder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Refuses if nobody else who can sign in holds the role.
     *
     * @throws Refusal with the given key
     */
    void requireAnother(Role role, UUID meeting, PersonId leaving, String refusal) {
        List<UUID> others = jdbc
                .sql("select person from role_grant where role = ? and meeting = ? order by id for update")
                .params(role.name(), meeting)
                .query((row, i) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .filter(person -> !person.equals(leaving.value()))
                .toList();
        var usable = others.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from account where person in (:others) and disabled = false"
                                + " and verified_at is not null")
                        .param("others", others)
                        .query(Integer.class)
                        .single();
        if (usable == 0) {
            throw Refusal.of(refusal);
        }
    }
}
