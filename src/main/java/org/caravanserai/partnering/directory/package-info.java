/**
 * Who wishes to be found by others at a meeting, what they show of themselves, and who is kept apart from whom. It promises
 * that nobody is listed who has not asked for it, and that whoever leaves is gone at once.
 */
@NullMarked
@NamedInterface("directory")
package org.caravanserai.partnering.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
