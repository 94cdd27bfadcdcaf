package org.caravanserai.partnering.tables.web;

import java.util.List;
import org.caravanserai.shell.PageReader;

/**
 * The sheets of people of an event, each in her language, and before them the plan of all.
 *
 * @param title what the document is called
 * @param times in which zone all times are
 * @param days the plan of each day; none where somebody may know her own meetings alone
 */
public record PrintedSheets(
        String language,
        String title,
        String event,
        String meeting,
        String times,
        List<Day> days,
        List<Person> people) {

    /** A day of the plan. */
    public record Day(String anchor, String title, List<Slot> slots) {}

    /** Who meets whom in one slot. */
    public record Slot(String time, List<Line> lines) {}

    /** Two who meet; {@code interpreter} is empty for nobody. */
    public record Line(String table, PrintedSigns.Named one, PrintedSigns.Named other, String interpreter) {}

    /**
     * A person's sheet.
     *
     * @param reader what words are taken from, in her language
     * @param about her delegation, or where she works
     * @param hall the rows of tables
     */
    public record Person(
            PageReader reader,
            String language,
            String anchor,
            PrintedSigns.Named name,
            String about,
            String event,
            String meeting,
            String times,
            List<OwnDay> days,
            List<List<Place>> hall) {}

    /** Her day. */
    public record OwnDay(String title, List<OwnSlot> slots) {}

    /**
     * A slot of her day.
     *
     * @param about who that is
     * @param free whether she meets nobody then; all else is empty
     */
    public record OwnSlot(
            String time, boolean free, String table, PrintedSigns.Named whom, String about, String interpreter) {}

    /** A place in the hall: a table, or nothing where the name is empty; {@code mine} if she meets somebody there. */
    public record Place(String name, boolean mine) {}
}
