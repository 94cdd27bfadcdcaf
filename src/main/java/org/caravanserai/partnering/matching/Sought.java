package org.caravanserai.partnering.matching;

/** What a card asks for or has to give. */
public enum Sought {
    PARTNER,
    STUDENT,
    SUPERVISION,
    DATA,
    SITE,
    EQUIPMENT,
    FUNDING
}
