package org.caravanserai.partnering.tables;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;

/** A person takes part in an event, in one party alone. */
@Entity
@Table(name = "partnering_member")
class PartyMember extends Aggregate {

    private UUID event;

    private UUID party;

    private UUID person;

    @SuppressWarnings("NullAway.Init")
    protected PartyMember() {}

    PartyMember(EventParty party, PersonId person) {
        this.event = party.event();
        this.party = party.key();
        this.person = person.value();
    }

    UUID event() {
        return event;
    }

    UUID party() {
        return party;
    }

    PersonId person() {
        return new PersonId(person);
    }
}
