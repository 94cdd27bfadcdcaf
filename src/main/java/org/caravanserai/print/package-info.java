/**
 * Puts marked-up documents on paper, whosever they are: one at a time, in the background, tagged for those who cannot see them,
 * with the fonts that the machine has. It knows nothing of what the documents say and asks nobody who may have them; whoever
 * orders one has asked before.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "text"})
package org.caravanserai.print;

import org.jspecify.annotations.NullMarked;
