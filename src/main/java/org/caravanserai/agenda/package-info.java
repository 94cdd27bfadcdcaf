/**
 * Sessions with their talks, their placements in rooms and times, conflicts between them, and the numbered releases that are
 * published.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"proposal", "meeting", "mail", "people", "platform", "platform :: runs", "text", "shell"
        })
package org.caravanserai.agenda;

import org.jspecify.annotations.NullMarked;
