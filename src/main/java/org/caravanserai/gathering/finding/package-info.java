/**
 * Finding a time that suits everyone: the hours that people keep, when they are engaged, and the search for the best few times.
 * Others learn of a person's hours only how well a time suits her.
 */
@NullMarked
@NamedInterface("finding")
package org.caravanserai.gathering.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
