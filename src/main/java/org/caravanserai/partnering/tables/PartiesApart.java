package org.caravanserai.partnering.tables;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which parties of an event do not see each other: somebody of the one keeps somebody of the other away. */
@Component
class PartiesApart {

    private final JdbcClient jdbc;

    PartiesApart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All pairs of them; one statement, however many people there are. */
    Set<Set<UUID>> of(UUID event) {
        return jdbc
                .sql("select a.party, b.party from partnering_member a join person_block k on k.blocker = a.person"
                        + " join partnering_member b on b.person = k.blocked and b.event = a.event"
                        + " where a.event = :event and a.party <> b.party")
                .param("event", event)
                .query((row, number) -> Set.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
