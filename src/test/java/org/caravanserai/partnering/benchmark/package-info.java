/** What bringing cards together costs, measured. */
@NullMarked
package org.caravanserai.partnering.benchmark;

import org.jspecify.annotations.NullMarked;
