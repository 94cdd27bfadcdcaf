/**
 * Peer review: how a meeting wants its proposals reviewed, who reviews, who may not, what reviewers write, and what the
 * committee makes of it. Everything that hides a proposal, its authors or its reviewers from somebody is decided here.
 */
@NullMarked
@NamedInterface("reviewing")
package org.caravanserai.review.reviewing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
