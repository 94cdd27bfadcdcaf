package org.caravanserai.partnering.matching;

/** Whether a card asks for something or has it to give. */
public enum CardKind {
    NEED,
    OFFER
}
