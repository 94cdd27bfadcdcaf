/**
 * Gives a meeting's proposals to its reviewers: computes who suits what, the best assignment and what stands in its way,
 * shows it before it holds, applies it and takes it back. The rules of who may review what are those of reviewing.
 */
@NullMarked
@NamedInterface("assigning")
package org.caravanserai.review.assigning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
