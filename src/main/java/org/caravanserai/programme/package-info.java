/**
 * The published agenda for readers: public pages, calendars; everything it shows comes from a release.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"agenda", "proposal", "meeting", "mail", "people", "platform", "text", "shell"})
package org.caravanserai.programme;

import org.jspecify.annotations.NullMarked;
