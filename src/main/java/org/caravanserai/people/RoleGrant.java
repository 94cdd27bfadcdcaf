package org.caravanserai.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;

/** A role of a person, in one meeting or, for administrators, everywhere. */
@Entity
public class RoleGrant extends Aggregate {

    /** Stands for "everywhere" where a meeting's key stands: a null would not be unique. */
    public static final UUID EVERYWHERE = new UUID(0, 0);

    private UUID person;

    @Enumerated(EnumType.STRING)
    private Role role;

    private UUID meeting;

    @SuppressWarnings("NullAway.Init")
    protected RoleGrant() {}

    /** A grant; {@code meeting} is {@link #EVERYWHERE} for administrators and only for them. */
    public RoleGrant(PersonId person, Role role, UUID meeting) {
        if ((role == Role.ADMINISTRATOR) != meeting.equals(EVERYWHERE)) {
            throw new IllegalArgumentException("administrators are so everywhere, others in one meeting");
        }
        this.person = person.value();
        this.role = role;
        this.meeting = meeting;
    }

    public PersonId person() {
        return new PersonId(person);
    }

    public Role role() {
        return role;
    }

    /** The meeting's key, or {@link #EVERYWHERE}. */
    public UUID meeting() {
        return meeting;
    }
}
