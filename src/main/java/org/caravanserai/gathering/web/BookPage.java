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
 * @param problems why a slot was not given
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
     * @param there the same on the clocks of who is booked; empty where they show the same
     */
    public record Line(String address, String time, String there) {}

    /**
     * What is asked.
     *
     * @param slot the slot's first instant
     * @param when the slot in words
     * @param there the same on the clocks of who is booked; empty where they show the same
     * @param as as whom a signed-in reader books; empty for others, who are asked for name and address
     * @param back the address of the slots
     */
    public record Form(
            String slot,
            String when,
            String there,
            String zone,
            String as,
            String name,
            String email,
            List<Question> questions,
            String back) {}

    /** A question, and what was typed. */
    public record Question(String field, String label, String value) {}
}
