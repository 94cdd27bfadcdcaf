package org.caravanserai.review.reviewing;

/** Who may become a reviewer. */
public enum WhoReviews {
    /** People whom the committee asks. */
    INVITED,
    /** Anyone who offers, once the committee agrees. */
    VOLUNTEERS,
    /** Contributors of proposals, who review one another. */
    CONTRIBUTORS
}
