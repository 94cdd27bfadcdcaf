package org.caravanserai.search.ui;

import java.util.List;
import org.caravanserai.people.Access;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads administrators to the search index. */
@Component
class SearchMenu implements MenuContribution {

    private static final int ORDER = 89;

    private final Access access;

    SearchMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<MenuItem> items() {
        return access.administrator()
                ? List.of(new MenuItem("", Words.here().get("search.index.title"), "admin/search", "search", ORDER))
                : List.of();
    }
}
