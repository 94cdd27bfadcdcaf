package org.caravanserai.gathering.booking;

/** Where a booking stands. */
public enum BookingState {
    /** Whoever wants it has to follow the link that was sent to her first; it is kept for her meanwhile. */
    UNCONFIRMED,
    /** It waits for the person who is booked. */
    ASKED,
    /** It is taken, and an appointment has been made of it. */
    TAKEN,
    /** The slot is free again. */
    FREED
}
