package org.caravanserai.partnering.followup;

/** What may have come of a meeting between people. */
public enum CameOfIt {
    /** Nothing so far. */
    NOTHING,
    /** They are in touch. */
    CONTACT,
    /** One has visited the other, or will. */
    VISIT,
    /** They propose something together. */
    JOINT_PROPOSAL,
    /** They have signed something. */
    DOCUMENT
}
