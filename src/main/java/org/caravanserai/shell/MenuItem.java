package org.caravanserai.shell;

/**
 * A place that the menu leads to.
 *
 * @param group the words above the items that belong together, already in the person's language; empty for the top
 * @param label the words of the item, already in the person's language
 * @param path the route, without {@code /app/}
 * @param icon the name of an icon of {@link Icons}
 * @param order where it stands: small numbers first, groups by their smallest
 */
public record MenuItem(String group, String label, String path, String icon, int order) {}
