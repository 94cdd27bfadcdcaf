package org.caravanserai.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** What surrounds every view: the mark, the menu that the modules fill, language, theme and account. */
@JsModule("context://scripts/typed-words.js")
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Reader> reader;
    private final transient ObjectProvider<AuthenticationContext> authentication;
    private final Words words = Words.here();
    private final Main main = new Main();
    private final Div place = new Div();
    private final transient ObjectProvider<MenuContribution> contributions;
    private final transient LiveUpdates updates;
    private transient LiveUpdates.@Nullable Subscription subscription;
    private MainMenu menu;
    private final KeyHelp help = new KeyHelp(words);

    /** The layout for the acting person, in her language. */
    public MainLayout(
            ObjectProvider<Reader> reader,
            ObjectProvider<MenuContribution> contributions,
            ObjectProvider<BarContribution> bar,
            ObjectProvider<AuthenticationContext> authentication,
            LiveUpdates updates) {
        this.reader = Optional.ofNullable(reader.getIfAvailable());
        this.contributions = contributions;
        this.updates = updates;
        this.authentication = authentication;
        setPrimarySection(Section.NAVBAR);
        setI18n(new AppLayoutI18n().setDrawer(words.get("shell.menu")));
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        setContent(main);
        var person = this.reader.flatMap(Reader::current);
        addToNavbar(skipLink(), toggle(), brand(), space());
        bar.orderedStream().flatMap(b -> b.component().stream()).forEach(this::addToNavbar);
        addToNavbar(languageMenu(), themeMenu(), accountMenu(person));
        menu = menu();
        place.add(menu);
        addToDrawer(place, keys());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        // The message comes on the thread of whoever changed something, and must be answered as the one who looks.
        var self = Actor.self();
        hearNoMore();
        Actor.person()
                .ifPresent(person -> subscription = updates.listen(
                        Entitlement.channel(person),
                        message -> ui.access(() -> self.run(() -> look(ui, (Entitlement) message)))));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        hearNoMore();
        super.onDetach(event);
    }

    private void hearNoMore() {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    /** Looks again at what the acting person may see: what she may not see any more goes from her screen. */
    private void look(UI ui, Entitlement change) {
        if (!reader.map(Reader::stillSignedIn).orElse(true)) {
            main.removeAll();
            main.add(new EmptyState(words.get("shell.standing.ended")));
            place.removeAll();
            ui.getPage().setLocation("/sign-in?ended=true");
            return;
        }
        // Also where the page is asked for again: an answer that there is nothing there keeps this layout.
        place.removeAll();
        menu = menu();
        menu.at(ui.getActiveViewLocation().getPath());
        place.add(menu);
        if (change == Entitlement.PERHAPS_LESS) {
            ui.refreshCurrentRoute(true);
            Notices.told(words.get("shell.standing.changed"));
        }
    }

    private MainMenu menu() {
        return new MainMenu(
                contributions.orderedStream().flatMap(c -> c.items().stream()).toList(),
                contributions.orderedStream().flatMap(c -> c.groups().stream()).toList());
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.removeAll();
        main.getElement().appendChild(content.getElement());
        content.getElement().getComponent().ifPresent(ComponentTexts.here()::dress);
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        content.getElement().removeFromParent();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        menu.at(event.getLocation().getPath());
    }

    private Component keys() {
        var button = new Button(words.get("shell.keys"), e -> help.open());
        button.setId("keys-open");
        button.addClassName("keys-open");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        var key = new Span("?");
        key.addClassName("key");
        key.getElement().setAttribute("aria-hidden", "true");
        button.setSuffixComponent(key);
        return new Div(button, help);
    }

    private Component skipLink() {
        var link = new Anchor("#content", words.get("shell.skip"));
        link.addClassName("skip-link");
        link.setRouterIgnore(true);
        return link;
    }

    private Component toggle() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(words.get("shell.menu"));
        return toggle;
    }

    private Component brand() {
        var mark = new Image("/images/mark.svg", "");
        mark.addClassName("brand-mark");
        var name = new Span("Caravanserai");
        name.addClassName("brand-name");
        var link = new Anchor("/app/", mark, name);
        link.addClassName("brand");
        link.setAriaLabel("Caravanserai, " + words.get("shell.home"));
        return link;
    }

    private static Component space() {
        var space = new Span();
        space.addClassName("navbar-space");
        return space;
    }

    private Component languageMenu() {
        var bar = bar();
        bar.setId("language-switch");
        var current = new Span(words.language().ownName());
        current.addClassName("navbar-word");
        var root = bar.addItem(new Span(Icons.of("globe"), current));
        root.setAriaLabel(words.get("shell.language") + ": " + words.language().ownName());
        for (var language : Language.values()) {
            var name = new Span(language.ownName());
            name.getElement().setAttribute("lang", language.tag());
            check(root.getSubMenu().addItem(name, e -> chooseLanguage(language)), language == words.language());
        }
        return bar;
    }

    private void chooseLanguage(Language language) {
        reader.ifPresent(r -> r.choose(language));
        LanguageSwitch.to(UI.getCurrentOrThrow(), language);
    }

    private Component themeMenu() {
        var bar = bar();
        bar.setId("theme-switch");
        var chosen = chosenTheme();
        var root = bar.addItem(new Span(Icons.of("theme")));
        root.setAriaLabel(words.get("shell.theme"));
        bar.setTooltipText(root, words.get("shell.theme"));
        themeItem(root.getSubMenu(), "shell.theme.auto", "", chosen);
        themeItem(root.getSubMenu(), "shell.theme.light", "light", chosen);
        themeItem(root.getSubMenu(), "shell.theme.dark", "dark", chosen);
        return bar;
    }

    private void themeItem(SubMenu menu, String key, String theme, String chosen) {
        var item = menu.addItem(words.get(key), e -> {
            menu.getItems().forEach(i -> i.setChecked(false));
            e.getSource().setChecked(true);
            chooseTheme(theme);
        });
        check(item, theme.equals(chosen));
    }

    private void chooseTheme(String theme) {
        var response = VaadinService.getCurrentResponse();
        if (response != null) {
            response.addCookie(ReaderChoice.cookie(ReaderChoice.THEME, theme));
        }
        var root = "document.documentElement";
        UI.getCurrentOrThrow()
                .getPage()
                .executeJs("if ($0) " + root + ".dataset.theme = $0; else delete " + root + ".dataset.theme;", theme);
    }

    private static String chosenTheme() {
        return VaadinService.getCurrentRequest() instanceof VaadinServletRequest request
                ? ReaderChoice.theme(request.getCookies()).orElse("")
                : "";
    }

    private Component accountMenu(Optional<Reader.Reading> person) {
        if (person.isEmpty()) {
            var link = new Anchor("/sign-in", words.get("shell.signIn"));
            link.setRouterIgnore(true);
            link.addClassName("navbar-link");
            return link;
        }
        return new AccountMenu(
                words, person.get(), () -> authentication.getObject().logout());
    }

    private static MenuBar bar() {
        var bar = new MenuBar();
        dress(bar);
        return bar;
    }

    /** All menus of the bar at the top look alike. */
    static void dress(MenuBar bar) {
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.addClassName("navbar-menu");
    }

    private static void check(MenuItem item, boolean checked) {
        item.setCheckable(true);
        item.setChecked(checked);
    }
}
