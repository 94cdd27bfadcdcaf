package org.caravanserai.partnering.card;

/** Who sees a card that is published. */
public enum Visibility {
    /** Those in the directory of the meeting. */
    MEMBERS,
    /** Everybody signed in who may see the meeting. */
    SIGNED_IN
}
