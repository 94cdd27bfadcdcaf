/** What the assignment of reviewers costs, measured. */
@NullMarked
package org.caravanserai.review.benchmark;

import org.jspecify.annotations.NullMarked;
