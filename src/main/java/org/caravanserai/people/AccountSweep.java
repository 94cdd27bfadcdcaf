package org.caravanserai.people;

import org.caravanserai.platform.Internal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what no longer works: secrets that were mailed, browsers that stayed away, offers that nobody took. */
@Service
@Internal
public class AccountSweep {

    private final AccountTokens tokens;
    private final RememberedBrowsers browsers;
    private final RoleOffers offers;

    AccountSweep(AccountTokens tokens, RememberedBrowsers browsers, RoleOffers offers) {
        this.tokens = tokens;
        this.browsers = browsers;
        this.offers = offers;
    }

    /**
     * What was deleted.
     *
     * @param secrets mailed secrets that had run out
     * @param browsers browsers that were not used for their lifetime
     * @param offers roles offered to addresses that nobody registered with
     */
    public record Swept(int secrets, int browsers, int offers) {}

    /** Sweeps once. */
    @Transactional
    public Swept sweep() {
        return new Swept(tokens.sweep(), browsers.sweep(), offers.sweep());
    }
}
