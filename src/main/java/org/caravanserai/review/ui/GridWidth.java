package org.caravanserai.review.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.io.Serializable;
import java.util.Objects;
import java.util.Set;

/** Leaves a table the columns that the window has room for, while it is attached. */
final class GridWidth {

    private static final int NARROW = 760;
    private static final String LAST = "window width";

    private GridWidth() {}

    /** Which columns are shown, by their keys, in a window of so many pixels; 0 while the width is not known. */
    interface Rule extends Serializable {

        boolean shows(String column, int width);
    }

    /** Shows these columns alone where the window is narrow. */
    static Rule whereNarrow(Set<String> kept) {
        return (column, width) -> !isNarrow(width) || kept.contains(column);
    }

    static boolean isNarrow(int width) {
        return width > 0 && width < NARROW;
    }

    /** Follows the window's width from now on. */
    static void follow(Grid<?> grid, UI ui, Rule rule) {
        var details = ui.getPage().getExtendedClientDetails();
        if (details != null) {
            fit(grid, details.getWindowInnerWidth(), rule);
        }
        var registration = ui.getPage().addBrowserWindowResizeListener(e -> fit(grid, e.getWidth(), rule));
        grid.addDetachListener(e -> {
            registration.remove();
            e.unregisterListener();
        });
    }

    /** Asks the rule again at the width that was known last. */
    static void fit(Grid<?> grid, Rule rule) {
        fit(grid, Objects.requireNonNullElse((Integer) ComponentUtil.getData(grid, LAST), 0), rule);
    }

    private static void fit(Grid<?> grid, int width, Rule rule) {
        ComponentUtil.setData(grid, LAST, width);
        grid.getColumns().forEach(c -> c.setVisible(rule.shows(c.getKey(), width)));
    }
}
