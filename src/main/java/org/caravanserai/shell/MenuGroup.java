package org.caravanserai.shell;

/**
 * What some places belong to, such as a meeting: the menu shows the places of one group at a time, the one that a person is
 * in, and keeps the others behind a switch; home tells how each stands.
 *
 * @param title the few words that tell it from the others, such as "Astana 2027"
 * @param name its whole name
 * @param line what is said under its name, such as its days and its city
 * @param path what the paths of its places begin with, such as {@code meetings/astana-2027/}
 */
public record MenuGroup(String title, String name, String line, String path) {

    boolean holds(String route) {
        return route.startsWith(path);
    }

    /** Whether a place belongs here: by its path, or because it names the group. */
    boolean has(MenuItem item) {
        return holds(item.path()) || item.group().equals(name);
    }
}
