package org.caravanserai.shell;

/** What a state means, which decides the colour and icon of its badge. */
public enum Tone {
    NEUTRAL("circle"),
    ACTIVE("arrow-right"),
    DONE("check"),
    WAITING("clock"),
    DANGER("alert");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    String className() {
        return "tone-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
