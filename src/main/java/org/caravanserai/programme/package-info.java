/**
 * The published agenda for readers: public pages, search in them, calendars and schedule files. Everything it shows of an
 * agenda comes from a release. It owns what readers add to it: the sessions that they have starred, and what they thought of them.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "exchange",
            "agenda",
            "proposal",
            "meeting",
            "mail",
            "print",
            "people",
            "platform",
            "text",
            "text :: search",
            "shell"
        })
package org.caravanserai.programme;

import org.jspecify.annotations.NullMarked;
