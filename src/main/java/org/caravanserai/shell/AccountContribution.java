package org.caravanserai.shell;

import com.vaadin.flow.component.Component;

/** What a module adds to a person's account. */
public interface AccountContribution {

    /** A section under a heading of its own, for the acting person and in her language ({@link Words#here()}). */
    Component section();
}
