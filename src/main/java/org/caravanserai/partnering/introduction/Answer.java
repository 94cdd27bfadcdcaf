package org.caravanserai.partnering.introduction;

/** What the person who was asked has said; nobody else learns of the first two which it is. */
enum Answer {
    NONE,
    NOT_NOW,
    YES
}
