package org.caravanserai.partnering.tables.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signs of the tables of an event for one day, each to be folded in the middle so that it stands on its table.
 *
 * @param title what the document is called
 */
public record PrintedSigns(String language, String title, List<Sign> signs) {

    /**
     * A name.
     *
     * @param lang the {@code lang} attribute; null where the page's own language holds
     * @param besides it in another script; empty if there is none
     */
    public record Named(
            String text,
            @Nullable String lang,
            String besides,
            @Nullable String besidesLang) {}

    /**
     * A table's sign.
     *
     * @param size in points, so that the name fills its half of the side that is read
     * @param farSize the same on the side that is read from afar
     * @param place where it stands in the hall
     * @param day the day whose meetings it lists
     * @param listSize in points, so that all of them have room
     */
    public record Sign(
            String anchor,
            String name,
            int size,
            int farSize,
            String place,
            String event,
            String meeting,
            String day,
            String times,
            double listSize,
            List<Line> lines) {}

    /** Who meets there when; {@code interpreter} is empty for nobody. */
    public record Line(String time, Named one, Named other, String interpreter) {}
}
