package org.caravanserai.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.proposal.ProposalId;
import org.jspecify.annotations.Nullable;

/** A file that a speaker gives to readers of the programme, public only as far as she has said so herself. */
@Entity
class Handout extends Aggregate {

    private UUID proposal;

    private UUID stored;

    private String fileName;

    private String mediaType;

    @Column(name = "bytes")
    private long size;

    @Enumerated(EnumType.STRING)
    private HandoutKind kind;

    @Enumerated(EnumType.STRING)
    private HandoutShowing showing = HandoutShowing.NOT_PUBLIC;

    private boolean takenDown;

    private Instant uploadedAt;

    private @Nullable UUID uploadedBy;

    @SuppressWarnings("NullAway.Init")
    protected Handout() {}

    Handout(
            ProposalId proposal,
            UUID stored,
            String fileName,
            String mediaType,
            long size,
            @Nullable PersonId by,
            Clock clock) {
        this.proposal = proposal.value();
        this.stored = stored;
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.size = size;
        this.kind = HandoutKind.guess(fileName);
        this.uploadedAt = clock.instant();
        this.uploadedBy = by == null ? null : by.value();
    }

    ProposalId proposal() {
        return new ProposalId(proposal);
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

    HandoutKind kind() {
        return kind;
    }

    HandoutShowing showing() {
        return showing;
    }

    /** Whether organisers keep it from readers, whatever its speaker says. */
    boolean isTakenDown() {
        return takenDown;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    void describe(HandoutKind changed) {
        kind = changed;
    }

    void show(HandoutShowing changed) {
        showing = changed;
    }

    void takeDown(boolean down) {
        takenDown = down;
    }
}
