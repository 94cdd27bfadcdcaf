/** Puts marked-up documents on paper: one at a time, in the background, with the fonts that the machine has. */
@NullMarked
package org.caravanserai.programme.print;

import org.jspecify.annotations.NullMarked;
