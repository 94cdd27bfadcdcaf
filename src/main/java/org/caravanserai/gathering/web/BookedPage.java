package org.caravanserai.gathering.web;

/**
 * What the page of a booking says, in the words of whoever booked.
 *
 * @param address where the buttons lead
 * @param standing how it stands
 * @param when when it is
 * @param there the same on the clocks of who is booked; empty where they show the same
 * @param place where one meets; empty if that is not told
 * @param confirm whether it can be confirmed
 * @param giveUp whether it can be given up
 * @param another the address to book another at; empty if there is none
 * @param problem why something could not be done; empty if it could
 */
public record BookedPage(
        String address,
        String standing,
        String when,
        String there,
        String place,
        boolean confirm,
        boolean giveUp,
        String another,
        String problem) {}
