package org.caravanserai.people;

import java.util.List;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;

/** One place of a person's own in the menu, and what waits for her there; for whoever is signed in and nobody else. */
public abstract class OwnMenu implements MenuContribution, NextStepContribution {

    private final Access access;

    protected OwnMenu(Access access) {
        this.access = access;
    }

    @Override
    public final List<MenuItem> items() {
        return access.me().isEmpty() ? List.of() : List.of(place(Words.here()));
    }

    @Override
    public final List<NextStep> steps() {
        return access.me().isEmpty() ? List.of() : waiting(Words.here());
    }

    /** Where it leads. */
    protected abstract MenuItem place(Words words);

    /** What waits there for the acting person. */
    protected abstract List<NextStep> waiting(Words words);
}
