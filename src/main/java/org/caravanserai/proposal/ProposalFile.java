package org.caravanserai.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A file that belongs to a proposal. Its bytes lie under a generated key; its name is only ever shown. */
@Entity
class ProposalFile extends UploadedFile {

    private @Nullable UUID question;

    @Column(name = "for_reviewers")
    private boolean shownToReviewers;

    @SuppressWarnings("NullAway.Init")
    protected ProposalFile() {}

    ProposalFile(
            ProposalId proposal,
            @Nullable UUID question,
            UUID stored,
            String fileName,
            String mediaType,
            long size,
            @Nullable PersonId by,
            Clock clock) {
        super(proposal, stored, fileName, mediaType, size, by, clock);
        this.question = question;
    }

    /** The question it answers; empty if it belongs to the proposal as a whole. */
    Optional<UUID> question() {
        return Optional.ofNullable(question);
    }

    /** Whether those get it who review without learning whose it is. */
    boolean isShownToReviewers() {
        return shownToReviewers;
    }

    void showToReviewers(boolean shown) {
        shownToReviewers = shown;
    }

    /** What it is called where its own name may tell whose it is: by the proposal's code and its place among the files. */
    String namelessAs(String code, int number) {
        return code + "-" + number + fileName().substring(fileName().lastIndexOf('.'));
    }
}
