/**
 * The same services for programs: the addresses below {@code /api/v1}, their description, and the personal tokens with which
 * a program acts for a person, narrowed to what she gave it. It owns the tokens and the answers it may have to give twice, and
 * no rule: what may be read or written, the services decide. It also tells programs what happens to a meeting, as far as its
 * organisers had it told and its readers may know: it owns the webhooks and listens to releases, proposals and decisions.
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
            "mail",
            "people",
            "platform",
            "platform :: outside",
            "text",
            "shell"
        })
package org.caravanserai.api;

import org.jspecify.annotations.NullMarked;
