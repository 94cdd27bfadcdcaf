package org.caravanserai.proposal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the files of proposals: few, not large, of known kinds by their bytes, readable by whoever may read the proposal. */
@Service
public class ProposalFiles {

    /** The largest file, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** The most files of one proposal. */
    public static final int MOST = 5;

    private final StoredProposalFiles files;
    private final StoredFiles stored;
    private final Proposals proposals;
    private final Access access;
    private final ProposalAccess proposalAccess;
    private final Clock clock;

    ProposalFiles(
            StoredProposalFiles files,
            StoredFiles stored,
            Proposals proposals,
            Access access,
            ProposalAccess proposalAccess,
            Clock clock) {
        this.files = files;
        this.stored = stored;
        this.proposals = proposals;
        this.access = access;
        this.proposalAccess = proposalAccess;
        this.clock = clock;
    }

    /**
     * A file as it comes.
     *
     * @param question the question it answers; null if it belongs to the proposal as a whole
     * @param name as the sender's machine called it
     */
    public record Upload(@Nullable UUID question, String name, byte[] bytes) {}

    /** A file that is kept. */
    public record Kept(
            UUID key, Optional<UUID> question, String name, String mediaType, long size, Instant uploadedAt) {}

    /** A file to be sent. */
    public record Download(ProposalId proposal, String code, String name, String mediaType, long size, UUID stored) {}

    /** The files of a proposal, the oldest first. */
    @PreAuthorize("@proposalAccess.mayRead(#proposal)")
    @Transactional(readOnly = true)
    public List<Kept> list(ProposalId proposal) {
        return of(proposals.findById(proposal.value()).orElseThrow());
    }

    /**
     * Keeps a file.
     *
     * @throws Refusal if it is empty, too large, one too many or none of the kinds allowed
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public Kept add(ProposalId proposal, Upload upload) {
        if (upload.bytes().length == 0) {
            throw Refusal.at("files", "proposal.file.empty");
        }
        if (upload.bytes().length > LARGEST) {
            throw Refusal.at("files", "proposal.file.large", LARGEST / 1024 / 1024);
        }
        var kind = FileKind.of(upload.bytes()).orElseThrow(() -> Refusal.at("files", "proposal.file.kind"));
        // The row is locked, so that two files at once cannot both be the last.
        proposals.lock(proposal.value());
        if (files.countByProposal(proposal.value()) >= MOST) {
            throw Refusal.at("files", "proposal.file.many", MOST);
        }
        return kept(files.save(new ProposalFile(
                proposal,
                upload.question(),
                stored.store(new ByteArrayInputStream(upload.bytes())),
                kind.nameFor(upload.name()),
                kind.mediaType(),
                upload.bytes().length,
                access.me().orElse(null),
                clock)));
    }

    /** Deletes a file with its bytes. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void remove(ProposalId proposal, UUID file) {
        files.findById(file).filter(f -> f.proposal().equals(proposal)).ifPresent(f -> {
            stored.delete(f.stored());
            files.delete(f);
        });
    }

    /** What a file is called and is; its bytes come by {@link #bytes}. */
    @PreAuthorize("@proposalAccess.mayReadFile(#file)")
    @Transactional(readOnly = true)
    public Download download(UUID file) {
        var found = files.findById(file).orElseThrow();
        var proposal = proposals.findById(found.proposal().value()).orElseThrow();
        var name = of(proposal).stream()
                .filter(f -> f.key().equals(file))
                .findFirst()
                .orElseThrow()
                .name();
        return new Download(found.proposal(), proposal.code(), name, found.mediaType(), found.size(), found.stored());
    }

    /** The bytes of a file, read piece by piece. */
    @PreAuthorize("@proposalAccess.mayReadFile(#file)")
    @Transactional(readOnly = true)
    public InputStream bytes(UUID file) {
        return stored.open(files.findById(file).orElseThrow().stored());
    }

    /** Those of a proposal that the acting person gets, under the names by which she may know them. */
    List<Kept> of(Proposal proposal) {
        var all = files.findByProposalOrderByUploadedAt(proposal.key());
        var blind = !all.isEmpty() && proposalAccess.readsWithoutPeople(proposal.id());
        return all.stream()
                .filter(file -> !blind || file.isShownToReviewers())
                .map(file -> blind ? kept(file, file.namelessAs(proposal.code(), all.indexOf(file) + 1)) : kept(file))
                .toList();
    }

    private static Kept kept(ProposalFile file) {
        return kept(file, file.fileName());
    }

    private static Kept kept(ProposalFile file, String name) {
        return new Kept(file.key(), file.question(), name, file.mediaType(), file.size(), file.uploadedAt());
    }
}
