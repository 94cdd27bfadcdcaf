/**
 * People who do not know each other are introduced once both wish it: who asks learns nothing but "not yet" until then, and
 * nobody's address is ever told. What goes wrong is reported to those who run the meeting.
 */
@NullMarked
@NamedInterface("introduction")
package org.caravanserai.partnering.introduction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
