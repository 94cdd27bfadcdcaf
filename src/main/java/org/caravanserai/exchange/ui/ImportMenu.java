package org.caravanserai.exchange.ui;

import java.util.List;
import org.caravanserai.people.Access;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads administrators to the import. */
@Component
class ImportMenu implements MenuContribution {

    private final Access access;

    ImportMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<MenuItem> items() {
        return access.administrator()
                ? List.of(new MenuItem("", Words.here().get("exchange.import.title"), "admin/import", "upload", 90))
                : List.of();
    }
}
