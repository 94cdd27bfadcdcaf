/**
 * Deciding as a whole: the proposals that a committee chooses among, ranked, balanced and held against its quotas; and what
 * the reviewing was like.
 */
@NullMarked
package org.caravanserai.review.room;

import org.jspecify.annotations.NullMarked;
