package org.caravanserai.partnering.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.people.Concealment;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.PersonNameColumns;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * A person keeps somebody away from herself: neither sees the other any more, wherever people are shown, and the other is
 * not told. Its changes are single statements, so it opens no transactions; what a person does here is nobody's but hers
 * and leaves no trace that others read.
 */
@Service
@SignedIn
public class Blocking implements Concealment {

    private final JdbcClient jdbc;
    private final PartneringAccess access;
    private final Clock clock;

    Blocking(JdbcClient jdbc, PartneringAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Somebody whom the acting person keeps away.
     *
     * @param key of the block
     * @param name empty if she does not know who it is: the author of a card without a name
     */
    public record Blocked(UUID key, Optional<PersonName> name, Instant at) {}

    /**
     * Keeps a person away whose name the acting person knows; done twice, it is the same.
     *
     * @return the block, by which it is taken back
     * @throws Refusal if it is she herself
     */
    public UUID block(PersonId person) {
        return block(person, false);
    }

    /** As {@link #block(PersonId)}; whether the acting person knows whom she keeps away is for the caller to say. */
    @Internal
    public UUID block(PersonId person, boolean nameless) {
        var me = access.me();
        if (me.equals(person)) {
            throw Refusal.of("partner.block.self");
        }
        var known = find(me, person);
        if (known.isPresent()) {
            return known.get();
        }
        var key = Ids.next();
        try {
            jdbc.sql("insert into person_block (id, blocker, blocked, nameless, blocked_at) values (?, ?, ?, ?, ?)")
                    .params(key, me.value(), person.value(), nameless, Timestamp.from(clock.instant()))
                    .update();
            return key;
        } catch (DuplicateKeyException e) {
            // Another window of hers was quicker.
            return find(me, person).orElse(key);
        }
    }

    /** Takes a block of the acting person back. */
    public void unblock(UUID block) {
        jdbc.sql("delete from person_block where id = ? and blocker = ?")
                .params(block, access.me().value())
                .update();
    }

    /** Whom the acting person keeps away, the latest first. */
    public List<Blocked> mine() {
        return jdbc.sql("select b.id, b.nameless, b.blocked_at, " + PersonNameColumns.of("p")
                        + " from person_block b join person p on p.id = b.blocked where b.blocker = ?"
                        + " order by b.blocked_at desc, b.id")
                .param(access.me().value())
                .query((row, i) -> new Blocked(
                        row.getObject(1, UUID.class),
                        row.getBoolean(2) ? Optional.empty() : Optional.of(PersonNameColumns.at(row, 4)),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    // Whoever answers by a personal link is nobody known, and mail that comes of it keeps people apart all the same.
    @Override
    @Internal
    @Everyone
    public Set<PersonId> hiddenFrom(PersonId person) {
        var hidden = new HashSet<PersonId>();
        jdbc.sql("select blocked from person_block where blocker = ?"
                        + " union select blocker from person_block where blocked = ?")
                .params(person.value(), person.value())
                .query(row -> {
                    hidden.add(new PersonId(row.getObject(1, UUID.class)));
                });
        return hidden;
    }

    private Optional<UUID> find(PersonId me, PersonId person) {
        return jdbc.sql("select id from person_block where blocker = ? and blocked = ?")
                .params(me.value(), person.value())
                .query(UUID.class)
                .optional();
    }
}
