package org.caravanserai.shell;

/**
 * One of the sixteen hues that mark topics, as a class name: what has it knows the colour as {@code var(--hue)} in light
 * and dark. Stripes and faint tints only, with ink on top, and never without a word beside.
 */
public final class Hue {

    private static final int COUNT = 16;

    private Hue() {}

    /** The class name of the hue nearest to an angle on the colour circle, such as {@code hue-4}. */
    public static String of(int degrees) {
        return "hue-" + Math.floorMod(Math.round(Math.floorMod(degrees, 360) * COUNT / 360f), COUNT);
    }
}
