package org.caravanserai.gathering.web;

import java.util.List;
import java.util.Optional;

/**
 * What a booking page says, in its reader's words.
 *
 * @param name who is booked
 * @param affiliation where she works; may be empty
 * @param intro what one may come for; may be empty
 * @param facts how long a slot is, and what else is known beforehand
 * @param clocks by whose clocks the times are
 * @param zones the zones to choose from
 * @param zoneKnown whether the reader's zone is known, or her device is still to tell it
 * @param path where the page is
 * @param days the days with slots; empty if there are none in this part
 * @param earlier the address of the part before; empty if there is none
 * @param later the address of the part after; empty if there is none
 * @param form what is asked of whoever has chosen a slot; empty before
 * @param problems why a slot was not given, as far as that belongs to no field
 */
public record BookPage(
        String name,
        String affiliation,
        String intro,
        List<String> facts,
        String clocks,
        List<Zone> zones,
        boolean zoneKnown,
        String path,
        List<Day> days,
        String earlier,
        String later,
        Optional<Form> form,
        List<String> problems) {

    /** A zone to choose. */
    public record Zone(String id, String label, boolean chosen) {}

    /** A day and its slots. */
    public record Day(String label, List<Line> lines) {}

    /**
     * A slot.
     *
     * @param start its first instant
     * @param there the same on the clocks of who is booked; empty where they show the same
     */
    public record Line(String start, String address, String time, String there) {}

    /**
     * What is asked.
     *
     * @param slot the slot's first instant; of a slot that was not given, if there is a choice of others
     * @param when the slot in words; empty if none was named
     * @param there the same on the clocks of who is booked; empty where they show the same
     * @param choice the slots that are left; empty while the one that was chosen is free
     * @param as as whom a signed-in reader books; empty for others, who are asked for name and address
     * @param back the address of the slots
     */
    public record Form(
            String slot,
            String when,
            String there,
            String zone,
            Optional<Choice> choice,
            String as,
            Field name,
            Field email,
            List<Field> questions,
            String back) {}

    /**
     * The slots that are left when the one that was chosen is not free any more.
     *
     * @param problem why another is to be chosen
     * @param earlier the first day of the part before; empty if there is none
     * @param later the first day of the part after; empty if there is none
     */
    public record Choice(String problem, List<Day> days, String earlier, String later) {}

    /**
     * A question, and what was typed.
     *
     * @param problem what is wrong with that; empty if nothing is
     */
    public record Field(String id, String label, String value, String problem) {}
}
