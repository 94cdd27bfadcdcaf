package org.caravanserai.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.jspecify.annotations.Nullable;

/** A file that somebody has given to a proposal. Its bytes lie under a generated key; its name is only ever shown. */
@MappedSuperclass
public abstract class UploadedFile extends Aggregate {

    private UUID proposal;

    private UUID stored;

    private String fileName;

    private String mediaType;

    @Column(name = "bytes")
    private long size;

    private Instant uploadedAt;

    private @Nullable UUID uploadedBy;

    @SuppressWarnings("NullAway.Init")
    protected UploadedFile() {}

    /**
     * A file that is stored already.
     *
     * @param mediaType what its bytes are, whatever its name says
     * @param size in bytes
     * @param by null for the system
     */
    protected UploadedFile(
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
        this.uploadedAt = clock.instant();
        this.uploadedBy = by == null ? null : by.value();
    }

    public ProposalId proposal() {
        return new ProposalId(proposal);
    }

    /** Under which key its bytes lie. */
    public UUID stored() {
        return stored;
    }

    public String fileName() {
        return fileName;
    }

    /** What its bytes are, whatever its name says. */
    public String mediaType() {
        return mediaType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }
}
