/**
 * The published agenda for readers: public pages, search in them, calendars and schedule files. Everything it shows of an
 * agenda comes from a release; it owns no data.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "exchange",
            "agenda",
            "proposal",
            "meeting",
            "mail",
            "people",
            "platform",
            "text",
            "text :: search",
            "shell"
        })
package org.caravanserai.programme;

import org.jspecify.annotations.NullMarked;
