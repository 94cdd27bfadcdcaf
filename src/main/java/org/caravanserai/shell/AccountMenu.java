package org.caravanserai.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.Optional;
import org.caravanserai.text.PersonName;

/** Who is signed in, with the ways to her profile and out. */
final class AccountMenu extends MenuBar {

    private static final long serialVersionUID = 1L;

    private final PersonName name;
    private final MenuItem root;

    AccountMenu(Words words, Reader.Reading person, Runnable signOut) {
        name = person.name();
        MainLayout.dress(this);
        setId("account-menu");
        var called = words.name(name);
        root = addItem(PersonText.face(name, person.picture()));
        root.setAriaLabel(words.get("shell.account") + ": " + called);
        var who = new Div(new Span(called), new Div(person.email()));
        who.addClassName("account-who");
        root.getSubMenu().addItem(who, e -> openProfile());
        root.getSubMenu().addItem(words.get("shell.profile"), e -> openProfile());
        root.getSubMenu()
                .addItem(words.get("shell.signOut"), e -> signOut.run())
                .setId("sign-out");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var heard = ComponentUtil.addListener(event.getUI(), OwnPictureChanged.class, e -> show(e.picture()));
        addDetachListener(e -> {
            heard.remove();
            e.unregisterListener();
        });
    }

    private void show(Optional<String> picture) {
        root.removeAll();
        root.add(PersonText.face(name, picture));
    }

    private static void openProfile() {
        UI.getCurrentOrThrow().navigate("profile");
    }
}
