package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The menu: the places for everyone, then those of the group that a person is in, with a switch to the other groups. */
class MainMenu extends Nav {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient List<MenuItem> items;
    private final transient List<MenuGroup> groups;
    private final Div group = new Div();
    private transient @Nullable MenuGroup shown;
    private String path = "";

    MainMenu(List<MenuItem> all, List<MenuGroup> known) {
        items = all.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
        groups = known.stream().filter(g -> !itemsOf(g).isEmpty()).toList();
        addClassName("menu");
        setAriaLabel(words.get("shell.menu"));
        group.addClassName("menu-group");
        var others = new LinkedHashMap<String, List<MenuItem>>();
        others.put("", new ArrayList<>(List.of(new MenuItem("", words.get("shell.home"), "", "home", 0))));
        items.stream()
                .filter(item -> groups.stream().noneMatch(g -> g.has(item)))
                .forEach(item -> others.computeIfAbsent(item.group(), g -> new ArrayList<>())
                        .add(item));
        others.forEach((label, places) -> {
            add(side(label, places));
            if (label.isEmpty()) {
                add(group);
            }
        });
        if (!groups.isEmpty()) {
            show(groups.getFirst());
        }
    }

    /** Shows the group that a route is in; in none, the group stays that was shown before. */
    void at(String route) {
        path = route;
        groups.stream().filter(g -> isIn(g) && g != shown).findFirst().ifPresent(this::show);
    }

    private boolean isIn(MenuGroup one) {
        return one.holds(path)
                || itemsOf(one).stream().anyMatch(item -> item.path().equals(path));
    }

    private void show(MenuGroup chosen) {
        shown = chosen;
        group.removeAll();
        var side = side("", itemsOf(chosen));
        side.getElement().setAttribute("aria-label", chosen.name());
        group.add(groups.size() > 1 ? change(chosen) : title(chosen), side);
    }

    private static Component title(MenuGroup chosen) {
        var title = new Div(chosen.title());
        title.addClassName("menu-title");
        title.getElement().setAttribute("title", chosen.name());
        return title;
    }

    private Component change(MenuGroup chosen) {
        var bar = new MenuBar();
        bar.setId("group-switch");
        bar.addClassName("menu-switch");
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        var root = bar.addItem(new Span(chosen.title()));
        root.setAriaLabel(words.get("shell.menu.change", chosen.name()));
        bar.setTooltipText(root, chosen.name());
        for (var other : groups) {
            var name = new Span(other.name());
            name.addClassName("menu-choice-name");
            var line = new Div(new Span(other.title()), name);
            line.addClassName("menu-choice");
            var item = root.getSubMenu().addItem(line, e -> go(other));
            item.setCheckable(true);
            item.setChecked(other == chosen);
        }
        return bar;
    }

    /** From a place of one group to the same place of another; a person who is in none stays where she is. */
    private void go(MenuGroup other) {
        var before = shown;
        show(other);
        if (before != null && isIn(before)) {
            var same = before.holds(path)
                    ? other.path() + path.substring(before.path().length())
                    : "";
            var places = itemsOf(other);
            UI.getCurrentOrThrow()
                    .navigate(places.stream()
                            .map(MenuItem::path)
                            .filter(same::equals)
                            .findFirst()
                            .orElse(places.getFirst().path()));
        }
    }

    private List<MenuItem> itemsOf(MenuGroup of) {
        return items.stream().filter(of::has).toList();
    }

    private SideNav side(String label, List<MenuItem> places) {
        var side = label.isEmpty() ? new SideNav() : new SideNav(label);
        if (label.isEmpty()) {
            side.getElement().setAttribute("aria-label", words.get("shell.menu"));
        }
        places.forEach(item -> side.addItem(new SideNavItem(item.label(), item.path(), Icons.of(item.icon()))));
        return side;
    }
}
