package org.caravanserai.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.proposal.ContributorRole;
import org.jspecify.annotations.Nullable;

/** A person of a session, or of one talk in it. */
@Entity
public class SessionPerson extends Aggregate {

    private UUID session;

    private @Nullable UUID talk;

    private UUID person;

    @Enumerated(EnumType.STRING)
    private ContributorRole role;

    @Column(name = "person_position")
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected SessionPerson() {}

    /** A person of a session; {@code talk} is the talk's key, or null for the session as a whole. */
    public SessionPerson(SessionId session, @Nullable UUID talk, PersonId person, ContributorRole role, int position) {
        this.session = session.value();
        this.talk = talk;
        this.person = person.value();
        this.role = role;
        this.position = position;
    }

    public SessionId session() {
        return new SessionId(session);
    }

    /** The talk; empty for the session as a whole. */
    public Optional<UUID> talk() {
        return Optional.ofNullable(talk);
    }

    public PersonId person() {
        return new PersonId(person);
    }

    public ContributorRole role() {
        return role;
    }

    public int position() {
        return position;
    }

    /** Changes role and place. */
    void arrange(ContributorRole role, int position) {
        this.role = role;
        this.position = position;
    }
}
