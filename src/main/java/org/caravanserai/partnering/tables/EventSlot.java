package org.caravanserai.partnering.tables;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A time in which pairs meet.
 *
 * @param number its place among those of the event, from 0
 * @param day the day at the meeting's place
 * @param from its first instant
 * @param until the first instant after it
 */
public record EventSlot(int number, LocalDate day, Instant from, Instant until) {}
