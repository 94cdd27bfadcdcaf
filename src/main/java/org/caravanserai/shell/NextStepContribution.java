package org.caravanserai.shell;

import java.util.List;

/** What a module knows to be waiting for the acting person; shown at home. */
public interface NextStepContribution {

    /** The things that wait for the acting person, in her language ({@link Words#here()}). */
    List<NextStep> steps();
}
