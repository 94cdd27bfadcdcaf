package org.caravanserai.gathering;

/**
 * What the page behind a personal link says, in its reader's words.
 *
 * @param sentence who asks, or why there is nothing to see
 * @param title what it is called; empty where there is nothing to see
 * @param purpose what it is for; may be empty
 * @param when when it is, in its zone and the reader's
 * @param where where it is; empty if undecided
 * @param state where it stands, in words
 * @param said what the reader has said so far
 * @param comment what stands in the field for a comment
 * @param start what stands in the field for another time, as {@code yyyy-MM-ddTHH:mm}
 * @param startLabel the label of that field, which names the zone
 * @param problem why an answer was refused; empty if it was not
 * @param address where answers go
 * @param open whether it can be answered
 */
public record AppointmentPage(
        String sentence,
        String title,
        String purpose,
        String when,
        String where,
        String state,
        String said,
        String comment,
        String start,
        String startLabel,
        String problem,
        String address,
        boolean open) {

    /** Says why there is nothing to see. */
    public static AppointmentPage closed(String sentence) {
        return new AppointmentPage(sentence, "", "", "", "", "", "", "", "", "", "", "", false);
    }
}
