package org.caravanserai.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.UploadedFile;
import org.jspecify.annotations.Nullable;

/** A file that a speaker gives to readers of the programme, public only as far as she has said so herself. */
@Entity
class Handout extends UploadedFile {

    @Enumerated(EnumType.STRING)
    private HandoutKind kind;

    @Enumerated(EnumType.STRING)
    private HandoutShowing showing = HandoutShowing.NOT_PUBLIC;

    private boolean takenDown;

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
        super(proposal, stored, fileName, mediaType, size, by, clock);
        this.kind = HandoutKind.guess(fileName);
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
