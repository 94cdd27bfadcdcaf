package org.caravanserai.exchange;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Turns the colours of other formats into hues and back. */
final class Hues {

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    private Hues() {}

    /** The hue, 0 to 359, of a colour such as {@code #1D4E89}; -1 if it is none, or a grey. */
    static int ofHex(String color) {
        if (!HEX.matcher(color).matches()) {
            return -1;
        }
        var hsb = java.awt.Color.RGBtoHSB(
                Integer.parseInt(color, 1, 3, 16),
                Integer.parseInt(color, 3, 5, 16),
                Integer.parseInt(color, 5, 7, 16),
                null);
        if (hsb[1] < 0.05) {
            return -1;
        }
        var nearest = Math.round(hsb[0] * 360) % 360;
        // A colour that this class made is that of its own hue, whatever was lost in rounding.
        return IntStream.of(nearest, (nearest + 1) % 360, (nearest + 359) % 360)
                .filter(hue -> toHex(hue).equalsIgnoreCase(color))
                .findFirst()
                .orElse(nearest);
    }

    /** A colour of this hue that is dark enough for white words on it. */
    static String toHex(int hue) {
        return String.format(Locale.ROOT, "#%06X", java.awt.Color.HSBtoRGB(hue / 360f, 0.75f, 0.5f) & 0xFFFFFF);
    }

    /** Hues that differ well, for parts numbered from 0. */
    static int spread(int index) {
        // The golden angle: each next one lies far from all before it.
        return (int) Math.round(index * 137.508) % 360;
    }
}
