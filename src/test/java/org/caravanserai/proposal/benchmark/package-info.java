/** What the busiest hour of a call costs; the results stand in {@code docs/benchmarks.md}. */
@NullMarked
package org.caravanserai.proposal.benchmark;

import org.jspecify.annotations.NullMarked;
