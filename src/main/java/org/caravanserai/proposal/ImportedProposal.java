package org.caravanserai.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.NotAudited;

/** Where a proposal came from that a sheet brought, and how it was then. */
@Entity
@NotAudited
class ImportedProposal extends Aggregate {

    @Column(name = "sheet_import")
    private UUID sheetImport;

    private UUID proposal;

    @Column(name = "row_number_")
    private int row;

    private String externalId;

    private String notes;

    private long seenVersion;

    private int people;

    @SuppressWarnings("NullAway.Init")
    protected ImportedProposal() {}

    ImportedProposal(
            SheetImport of, UUID proposal, long seenVersion, int row, String externalId, String notes, int people) {
        this.sheetImport = of.key();
        this.proposal = proposal;
        this.row = row;
        this.externalId = externalId;
        this.notes = notes;
        this.seenVersion = seenVersion;
        this.people = people;
    }

    UUID proposal() {
        return proposal;
    }

    /** What the sheet said for organisers; may be empty. */
    String notes() {
        return notes;
    }

    /** The proposal's version when it came. */
    long seenVersion() {
        return seenVersion;
    }

    /** How many people were on it when it came. */
    int people() {
        return people;
    }
}
