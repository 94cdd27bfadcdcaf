package org.caravanserai.review.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.util.Set;

/** Leaves a table its most telling columns alone where the window is narrow. */
final class NarrowGrid {

    private static final int NARROW = 760;

    private NarrowGrid() {}

    /** Follows the window's width; {@code kept} are the keys of the columns that stay. */
    static void follow(Grid<?> grid, UI ui, Set<String> kept) {
        var details = ui.getPage().getExtendedClientDetails();
        if (details != null) {
            fit(grid, details.getWindowInnerWidth(), kept);
        }
        var registration = ui.getPage().addBrowserWindowResizeListener(e -> fit(grid, e.getWidth(), kept));
        grid.addDetachListener(e -> registration.remove());
    }

    private static void fit(Grid<?> grid, int width, Set<String> kept) {
        var narrow = width > 0 && width < NARROW;
        grid.getColumns().forEach(c -> c.setVisible(!narrow || kept.contains(c.getKey())));
    }
}
