/** The main job from end to end, as the people who do it see it: from registering to reading the programme. */
@NullMarked
package org.caravanserai.journey;

import org.jspecify.annotations.NullMarked;
