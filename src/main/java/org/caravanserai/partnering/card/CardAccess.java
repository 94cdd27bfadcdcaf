package org.caravanserai.partnering.card;

import java.util.UUID;
import org.caravanserai.platform.Actor;
import org.springframework.stereotype.Component;

/** Answers whose card it is, for {@code @PreAuthorize("@cardAccess.…")}. */
@Component("cardAccess")
public class CardAccess {

    private final PartnerCards cards;

    CardAccess(PartnerCards cards) {
        this.cards = cards;
    }

    /** Whether it is the acting person's. */
    public boolean owns(UUID card) {
        return Actor.isSystem()
                || Actor.person()
                        .filter(me -> cards.existsByIdAndAuthor(card, me))
                        .isPresent();
    }
}
