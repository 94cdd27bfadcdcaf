/** Figures of searches for a time. */
@NullMarked
package org.caravanserai.gathering.benchmark;

import org.jspecify.annotations.NullMarked;
