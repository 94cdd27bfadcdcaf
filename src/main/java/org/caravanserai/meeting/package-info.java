/**
 * Series and their meetings: dates, zone, venues, rooms, topics, session types, languages, and the public holidays shown where
 * dates are chosen.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"people", "platform", "text", "shell"})
package org.caravanserai.meeting;

import org.jspecify.annotations.NullMarked;
