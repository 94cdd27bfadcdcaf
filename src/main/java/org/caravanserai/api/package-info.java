/**
 * The same services for programs: the addresses below {@code /api/v1}, their description, and the personal tokens with which
 * a program acts for a person, narrowed to what she gave it. It owns the tokens and the answers it may have to give twice, and
 * no rule: what may be read or written, the services decide.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "programme",
            "review",
            "review::reviewing",
            "agenda",
            "agenda :: conflict",
            "proposal",
            "meeting",
            "people",
            "platform",
            "text",
            "shell"
        })
package org.caravanserai.api;

import org.jspecify.annotations.NullMarked;
