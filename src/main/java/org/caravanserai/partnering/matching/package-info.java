/**
 * Which cards of need and offer belong together, why, and how the suggestions are shared out so that every card is seen.
 * Knows no database and no view.
 */
@NullMarked
@NamedInterface("matching")
package org.caravanserai.partnering.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
