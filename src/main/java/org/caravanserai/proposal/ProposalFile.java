package org.caravanserai.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.jspecify.annotations.Nullable;

/** A file that belongs to a proposal. Its bytes lie under a generated key; its name is only ever shown. */
@Entity
class ProposalFile extends Aggregate {

    private UUID proposal;

    private @Nullable UUID question;

    private UUID stored;

    private String fileName;

    private String mediaType;

    @Column(name = "bytes")
    private long size;

    private Instant uploadedAt;

    private @Nullable UUID uploadedBy;

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
        this.proposal = proposal.value();
        this.question = question;
        this.stored = stored;
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.size = size;
        this.uploadedAt = clock.instant();
        this.uploadedBy = by == null ? null : by.value();
    }

    ProposalId proposal() {
        return new ProposalId(proposal);
    }

    /** The question it answers; empty if it belongs to the proposal as a whole. */
    Optional<UUID> question() {
        return Optional.ofNullable(question);
    }

    UUID stored() {
        return stored;
    }

    String fileName() {
        return fileName;
    }

    /** What its bytes are, whatever its name says. */
    String mediaType() {
        return mediaType;
    }

    long size() {
        return size;
    }

    Instant uploadedAt() {
        return uploadedAt;
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
        return code + "-" + number + fileName.substring(fileName.lastIndexOf('.'));
    }
}
