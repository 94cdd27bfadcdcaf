package org.caravanserai.shell;

import java.util.List;

/** What a module can say in numbers about how things stand for the acting person; shown at home. */
public interface StandingContribution {

    /** The numbers, in her language ({@link Words#here()}). */
    List<Standing> standings();
}
