/**
 * How well a reviewer suits a proposal: from topics, languages, wishes, and the words of abstracts against the words of the
 * reviewer's own works. Knows no database and no view.
 */
@NullMarked
package org.caravanserai.review.affinity;

import org.jspecify.annotations.NullMarked;
