/**
 * The demonstration meeting, which an empty database gets in the {@code demo} profile: an invented meeting with people of
 * all six countries, proposals in every state and two releases. Nothing depends on it.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "review",
            "review::reviewing",
            "review::assigning",
            "partnering::card",
            "partnering::directory",
            "partnering::followup",
            "partnering::introduction",
            "partnering::matching",
            "partnering::tables",
            "programme",
            "agenda",
            "proposal",
            "gathering",
            "gathering::poll",
            "gathering::finding",
            "gathering::booking",
            "gathering::notes",
            "meeting",
            "mail",
            "people",
            "platform",
            "text",
            "shell"
        })
package org.caravanserai.demo;

import org.jspecify.annotations.NullMarked;
