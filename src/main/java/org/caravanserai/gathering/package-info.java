/**
 * How people meet: appointments of two or of a group, inside a meeting or free of one, polls about their times, finding a time
 * that suits everyone, and the hours in which a person may be booked.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"meeting", "mail", "people", "platform", "platform :: outside", "text", "shell"})
package org.caravanserai.gathering;

import org.jspecify.annotations.NullMarked;
