package org.caravanserai.gathering.finding;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Secret;

/** The hours of one person who has written them down. What they are is hers alone, and no trail shows it. */
@Entity
class KeptHours extends Aggregate {

    private UUID person;

    @Secret
    private String week;

    @Secret
    private String breaks;

    @Secret
    private int humaneFrom;

    @Secret
    private int humaneUntil;

    @SuppressWarnings("NullAway.Init")
    protected KeptHours() {}

    KeptHours(PersonId person, Hours hours) {
        this.person = person.value();
        write(hours);
    }

    PersonId person() {
        return new PersonId(person);
    }

    Hours hours() {
        return Hours.parse(week, breaks, new DaySpan(humaneFrom, humaneUntil));
    }

    final void write(Hours hours) {
        this.week = hours.weekText();
        this.breaks = hours.breaksText();
        this.humaneFrom = hours.humane().from();
        this.humaneUntil = hours.humane().until();
    }
}
