package org.caravanserai.partnering.card;

import java.time.Clock;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes cards down and puts them back, for whoever deals with what is reported. */
@Service
@Internal
public class CardModeration {

    private final PartnerCards cards;
    private final Clock clock;

    CardModeration(PartnerCards cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * Takes a card down.
     *
     * @throws Refusal if the meeting has no such card
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeDown(MeetingId meeting, UUID card) {
        of(meeting, card).takeDown(clock);
    }

    /**
     * Puts back a card that was taken down.
     *
     * @throws Refusal if the meeting has no such card
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putBack(MeetingId meeting, UUID card) {
        of(meeting, card).putBack(clock);
    }

    private PartnerCard of(MeetingId meeting, UUID card) {
        return cards.findById(card)
                .filter(found -> found.meeting().equals(meeting))
                .orElseThrow(() -> Refusal.of("partner.card.gone"));
    }
}
