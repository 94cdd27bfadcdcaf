package org.caravanserai.shell;

import java.util.List;

/** What a module adds to the menu. It is asked when the layout is built, and answers for the acting person alone. */
public interface MenuContribution {

    /** The items that the acting person may open, in her language ({@link Words#here()}). */
    List<MenuItem> items();

    /**
     * What items belong to, whichever module adds them: those whose paths begin with a group's path or that name the group.
     * The first is the one that matters most now, and is shown where a person is in none.
     */
    default List<MenuGroup> groups() {
        return List.of();
    }
}
