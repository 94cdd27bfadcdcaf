/**
 * What the people of an appointment write down together while they meet, letter by letter and all at once, what they decide,
 * and how both are sent to everybody after.
 */
@NullMarked
@NamedInterface("notes")
package org.caravanserai.gathering.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
