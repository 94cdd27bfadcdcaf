package org.caravanserai.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.jspecify.annotations.Nullable;

/** What a proposal said when it was handed in, for the first time or changed. It never changes afterwards. */
@Entity
class Revision extends Aggregate {

    private UUID proposal;

    @Column(name = "revision_number")
    private int number;

    private Instant at;

    private @Nullable UUID author;

    @Convert(converter = AnswersConverter.class)
    private Map<String, String> snapshot = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected Revision() {}

    Revision(ProposalId proposal, int number, @Nullable PersonId author, Map<String, String> snapshot, Clock clock) {
        this.proposal = proposal.value();
        this.number = number;
        this.at = clock.instant();
        this.author = author == null ? null : author.value();
        this.snapshot = new LinkedHashMap<>(snapshot);
    }

    ProposalId proposal() {
        return new ProposalId(proposal);
    }

    /** Counts from 1. */
    int number() {
        return number;
    }

    Instant at() {
        return at;
    }

    /** Who handed it in; empty for an import. */
    Optional<PersonId> author() {
        return Optional.ofNullable(author).map(PersonId::new);
    }

    /** Every field as text, by the names of {@link DraftContent}, and {@code contributors} and {@code files}. */
    Map<String, String> snapshot() {
        return Map.copyOf(snapshot);
    }
}
