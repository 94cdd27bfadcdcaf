/**
 * Search over everything that a person may see: sessions of published programmes, her own proposals, those of committees
 * that she sits on, people and institutions. Each process keeps an index of its own on disk, made from the database and
 * kept in step by a numbered log of changes; the index finds, the database decides what is shown.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "review",
            "review::reviewing",
            "agenda",
            "proposal",
            "meeting",
            "people",
            "platform",
            "text",
            "text :: search",
            "shell"
        })
package org.caravanserai.search;

import org.jspecify.annotations.NullMarked;
