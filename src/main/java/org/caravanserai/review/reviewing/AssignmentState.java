package org.caravanserai.review.reviewing;

/** How far a reviewer is with a proposal given to her. */
public enum AssignmentState {
    /** Given to her. */
    ASSIGNED,
    /** She will review it. */
    ACCEPTED,
    /** She will not, and said why. */
    DECLINED,
    /** Her review is in. */
    SUBMITTED,
    /** Taken from her, by a chair or because of a conflict; what she wrote is kept and does not count. */
    RELEASED;

    /** Whether the proposal is hers to review or has been reviewed by her. */
    public boolean isLive() {
        return this == ASSIGNED || this == ACCEPTED || this == SUBMITTED;
    }

    /** Whether the proposal is hers to review and she has not. */
    public boolean isOpen() {
        return this == ASSIGNED || this == ACCEPTED;
    }
}
