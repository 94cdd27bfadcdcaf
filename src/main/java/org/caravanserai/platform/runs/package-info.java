/**
 * Work that takes long and goes on in the background of one process, such as an optimiser's: one run for a subject at a time,
 * whichever process is asked to begin it, and what became of it is known to all processes, even after its own has died.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("runs")
package org.caravanserai.platform.runs;

import org.jspecify.annotations.NullMarked;
