/**
 * Agendas in and out in the formats of other tools: frab/pentabarf XML, pretalx-style JSON.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "agenda",
            "agenda :: conflict",
            "proposal",
            "meeting",
            "mail",
            "people",
            "platform",
            "text",
            "shell"
        })
package org.caravanserai.exchange;

import org.jspecify.annotations.NullMarked;
