package org.caravanserai.shell;

import com.vaadin.flow.component.icon.SvgIcon;

/**
 * The product's own icons, by name: {@code home calendar people person mail proposal review agenda programme room topic
 * settings building clock check done wait alert danger circle globe theme sun moon exit search plus edit trash upload
 * download undo arrow-right chevron copy star close drag link phone bell}. All are drawn in the colour of the text around them and say
 * nothing by themselves: a word stands beside each.
 */
public final class Icons {

    private Icons() {}

    /** An icon, hidden from screen readers. */
    public static SvgIcon of(String name) {
        var icon = new SvgIcon("/images/icons.svg", name);
        icon.addClassName("icon");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
