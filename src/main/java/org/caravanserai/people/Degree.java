package org.caravanserai.people;

/** An academic degree as its country awards it: a Candidate of Sciences is not a PhD. */
public enum Degree {
    NONE,
    BACHELOR,
    MASTER,
    MD,
    PHD,
    CANDIDATE,
    DSC
}
