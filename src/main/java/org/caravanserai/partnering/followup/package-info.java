/**
 * What came of meetings between people: both are asked after it and again in the year that follows, each answers for herself,
 * and organisers learn totals alone.
 */
@NullMarked
@NamedInterface("followup")
package org.caravanserai.partnering.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
