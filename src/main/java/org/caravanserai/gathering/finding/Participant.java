package org.caravanserai.gathering.finding;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.caravanserai.people.PersonId;

/**
 * A person for whom a time is looked for.
 *
 * @param holidays the days on which nobody works where she lives
 * @param required whether it cannot be without her
 * @param debt what she has already put up with in the last meetings of this group, in {@link Suitability#inconvenience}
 */
public record Participant(
        PersonId person,
        ZoneId zone,
        Hours hours,
        Set<LocalDate> holidays,
        List<Stretch> engaged,
        boolean required,
        int debt) {

    /** A participant. */
    public Participant {
        debt = Math.clamp(debt, 0, 10_000);
        holidays = Set.copyOf(holidays);
        engaged = List.copyOf(engaged);
    }

    /** The same with a debt. */
    public Participant owed(int owed) {
        return new Participant(person, zone, hours, holidays, engaged, required, owed);
    }
}
