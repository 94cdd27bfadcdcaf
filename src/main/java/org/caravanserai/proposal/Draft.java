package org.caravanserai.proposal;

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
import org.caravanserai.platform.NotAudited;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The form of a proposal as it is being typed. It lives beside the proposal, which changes only when it is submitted. */
@Entity
@NotAudited
class Draft extends Aggregate implements ProposalPart {

    private UUID proposal;

    private LocalizedText title = LocalizedText.EMPTY;

    @Convert(converter = AnswersConverter.class)
    private Map<String, String> content = new LinkedHashMap<>();

    private Instant savedAt;

    private @Nullable UUID savedBy;

    @SuppressWarnings("NullAway.Init")
    protected Draft() {}

    Draft(ProposalId proposal, DraftContent content, @Nullable PersonId by, Clock clock) {
        this.proposal = proposal.value();
        write(content, by, clock);
    }

    @Override
    public ProposalId proposal() {
        return new ProposalId(proposal);
    }

    DraftContent content() {
        return new DraftContent(content);
    }

    Instant savedAt() {
        return savedAt;
    }

    Optional<PersonId> savedBy() {
        return Optional.ofNullable(savedBy).map(PersonId::new);
    }

    /** Replaces what is typed. */
    final void write(DraftContent typed, @Nullable PersonId by, Clock clock) {
        content = new LinkedHashMap<>(typed.fields());
        title = typed.localized(DraftContent.TITLE);
        savedAt = clock.instant();
        savedBy = by == null ? null : by.value();
    }
}
