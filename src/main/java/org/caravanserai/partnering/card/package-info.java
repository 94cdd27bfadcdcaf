/**
 * Cards of need and offer: what people at a meeting look for and have to give, kept as it is typed, seen by whom its author
 * chooses, and brought together by {@link org.caravanserai.partnering.matching}.
 */
@NullMarked
@NamedInterface("card")
package org.caravanserai.partnering.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
