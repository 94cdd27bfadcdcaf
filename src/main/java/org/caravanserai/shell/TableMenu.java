package org.caravanserai.shell;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;

/**
 * A menu in the head of a view with the whole tables of a meeting that the view shows, for Excel and as comma-separated
 * values. The tables are those of the page of exports, at the same addresses.
 */
public class TableMenu extends MenuBar {

    private static final long serialVersionUID = 1L;

    /**
     * A menu.
     *
     * @param slug the meeting's part of the address
     * @param tables names of tables, whose words are {@code exchange.sheet.<name>}
     */
    public TableMenu(String slug, List<String> tables) {
        var words = Words.here();
        setId("tables");
        addClassName("table-menu");
        addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem root = addItem(new Span(words.get("exchange.download")));
        for (var table : tables) {
            var said = words.get("exchange.sheet." + table);
            for (var ending : List.of("xlsx", "csv")) {
                var link = new Anchor(
                        address(slug, table, ending, words.language().tag()),
                        said + " (" + (ending.equals("xlsx") ? "Excel" : "CSV") + ")");
                link.setId(table + "-" + ending);
                // The router would look for a view at this address.
                link.setRouterIgnore(true);
                root.getSubMenu().addItem(link);
            }
        }
    }

    /** Where an organiser fetches a table of a meeting. */
    public static String address(String slug, String table, String ending, String language) {
        return "/meetings/" + slug + "/tables/" + table + "." + ending + "?lang=" + language;
    }
}
