package org.caravanserai.partnering.card;

/** How far a card is. */
public enum CardState {
    /** Its author alone sees it. */
    DRAFT,
    /** Whoever it is meant for sees it, until it expires. */
    PUBLISHED,
    /** An organiser took it down: its author sees it, and it is for an organiser to put it back. */
    TAKEN_DOWN
}
