/**
 * How people who do not know each other yet come together: the directory of a meeting's participants, cards of need and offer,
 * introductions by consent of both, the tables and slots of a partnering event, and what came of it later.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "gathering",
            "agenda",
            "proposal",
            "meeting",
            "mail",
            "print",
            "people",
            "platform",
            "platform :: runs",
            "text",
            "text :: search",
            "shell"
        })
package org.caravanserai.partnering;

import org.jspecify.annotations.NullMarked;
