package org.caravanserai.partnering.tables;

import java.time.LocalDate;
import java.time.LocalTime;

/** Hours of a day in which people meet, as they are told at the meeting's place. What lies between two is a break. */
public record EventWindow(LocalDate day, LocalTime from, LocalTime until) implements Comparable<EventWindow> {

    @Override
    public int compareTo(EventWindow other) {
        return day.equals(other.day) ? from.compareTo(other.from) : day.compareTo(other.day);
    }
}
