package org.caravanserai.gathering;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Refusal;
import org.caravanserai.text.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps people who have no account from being written to at will: few invitations a day from one person and to one address,
 * and none to whoever has said that she wants none. Of those no more than a digest of the address is kept.
 */
@Service
@Internal
public class Strangers {

    private static final int FROM_ONE = 20;
    private static final int TO_ONE = 4;
    private static final Duration DAY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final RateLimits limits;
    private final Clock clock;

    Strangers(JdbcClient jdbc, RateLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes one invitation of a person to an address.
     *
     * @throws Refusal if its owner wants no mail from here, or it would be one too many
     */
    @Transactional(readOnly = true)
    public void takeOne(PersonId by, EmailAddress to) {
        if (!mayWrite(to)) {
            throw Refusal.at("email", "appointment.stranger.refuses");
        }
        if (!limits.tryTake("stranger-by", by.value().toString(), FROM_ONE, DAY)
                || !limits.tryTake("stranger-to", to.value(), TO_ONE, DAY)) {
            throw Refusal.at("email", "appointment.stranger.often");
        }
    }

    /** Whether the owner of an address has not asked to be left alone. */
    @Transactional(readOnly = true)
    public boolean mayWrite(EmailAddress to) {
        return jdbc.sql("select count(*) from unwritten_address where address_hash = ?")
                        .param(digest(to))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Leaves the owner of an address alone from now on. */
    @Transactional
    public void leaveAlone(EmailAddress address) {
        if (mayWrite(address)) {
            jdbc.sql("insert into unwritten_address (address_hash, asked_at) values (?, ?)")
                    .params(digest(address), Timestamp.from(clock.instant()))
                    .update();
        }
    }

    private static String digest(EmailAddress address) {
        return Sha256.hex(address.value());
    }
}
