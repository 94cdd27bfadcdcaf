package org.caravanserai.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Knows a part of what people are engaged in. Each module that gives people something to do at a time has one, and whoever
 * looks for a time asks them all.
 */
public interface Engagements {

    /**
     * What these people are engaged in during some of the time from {@code from} until before {@code until}, in no order. May
     * be asked by whoever looks for a time for these people; it tells no more than when they are not free.
     */
    List<Engagement> of(Collection<PersonId> people, Instant from, Instant until);
}
