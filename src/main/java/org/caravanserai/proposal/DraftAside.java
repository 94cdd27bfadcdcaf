package org.caravanserai.proposal;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;

/** What a person typed while another saved first: kept until she has chosen between the two. */
@Entity
@NotAudited
class DraftAside extends Aggregate {

    private UUID proposal;

    private UUID person;

    @Convert(converter = AnswersConverter.class)
    private Map<String, String> content = new LinkedHashMap<>();

    private Instant setAsideAt;

    @SuppressWarnings("NullAway.Init")
    protected DraftAside() {}

    DraftAside(ProposalId proposal, PersonId person, DraftContent content, Clock clock) {
        this.proposal = proposal.value();
        this.person = person.value();
        write(content, clock);
    }

    ProposalId proposal() {
        return new ProposalId(proposal);
    }

    PersonId person() {
        return new PersonId(person);
    }

    DraftContent content() {
        return new DraftContent(content);
    }

    Instant setAsideAt() {
        return setAsideAt;
    }

    final void write(DraftContent typed, Clock clock) {
        content = new LinkedHashMap<>(typed.fields());
        setAsideAt = clock.instant();
    }
}
