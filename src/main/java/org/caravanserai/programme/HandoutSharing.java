package org.caravanserai.programme;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.proposal.FileKind;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Speakers of accepted proposals give slides and papers to readers, and say themselves whether and from when on these are
 * public. Organisers can take one down. What was handed in for review is kept apart and never becomes public by this.
 */
@Service
public class HandoutSharing {

    /** The largest file, in bytes. */
    public static final int LARGEST = 25 * 1024 * 1024;

    /** The most files of one proposal. */
    public static final int MOST = 4;

    private static final int MOST_LISTED = 500;

    private final Handouts handouts;
    private final StoredFiles stored;
    private final Proposals proposals;
    private final Access access;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandoutSharing(
            Handouts handouts,
            StoredFiles stored,
            Proposals proposals,
            Access access,
            RateLimits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.handouts = handouts;
        this.stored = stored;
        this.proposals = proposals;
        this.access = access;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A handout as its speaker or an organiser sees it.
     *
     * @param takenDown whether organisers keep it from readers, whatever {@code showing} says
     */
    public record Kept(
            UUID key,
            HandoutKind kind,
            HandoutShowing showing,
            boolean takenDown,
            String name,
            String mediaType,
            long size,
            Instant uploadedAt) {

        private static Kept of(Handout handout) {
            return new Kept(
                    handout.key(),
                    handout.kind(),
                    handout.showing(),
                    handout.isTakenDown(),
                    handout.fileName(),
                    handout.mediaType(),
                    handout.size(),
                    handout.uploadedAt());
        }
    }

    /** A handout in the list of a meeting, with the proposal that it belongs to. */
    public record Line(String code, LocalizedText title, Kept handout) {}

    /** The handouts of a proposal, the oldest first. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional(readOnly = true)
    public List<Kept> list(ProposalId proposal) {
        return handouts.findByProposalOrderByUploadedAt(proposal.value()).stream()
                .map(Kept::of)
                .toList();
    }

    /** The newest handouts of a meeting. */
    @PreAuthorize("@access.organiser(#meeting.value())")
    @Transactional(readOnly = true)
    public List<Line> ofMeeting(MeetingId meeting) {
        return handouts.ofMeeting(meeting.value(), Limit.of(MOST_LISTED)).stream()
                .map(h -> new Line(h.code(), h.title(), Kept.of(h.handout())))
                .toList();
    }

    /**
     * Keeps a file, not public until the speaker says so.
     *
     * @param name as the sender's machine called it
     * @throws Refusal if the proposal is not accepted, or the file is empty, too large, one too many or none of the kinds
     *     allowed
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public Kept add(ProposalId proposal, String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw Refusal.at("handouts", "proposal.file.empty");
        }
        if (bytes.length > LARGEST) {
            throw Refusal.at("handouts", "proposal.file.large", LARGEST / 1024 / 1024);
        }
        var me = access.me();
        if (me.isPresent() && !limits.tryTake("handout", me.get().value().toString(), 40, Duration.ofHours(1))) {
            throw Refusal.at("handouts", "programme.feedback.often");
        }
        var kind = FileKind.of(bytes).orElseThrow(() -> Refusal.at("handouts", "proposal.file.kind"));
        // The row is locked, so that two files at once cannot both be the last.
        proposals.lock(proposal.value());
        requireAccepted(proposal);
        if (handouts.countByProposal(proposal.value()) >= MOST) {
            throw Refusal.at("handouts", "proposal.file.many", MOST);
        }
        return Kept.of(handouts.save(new Handout(
                proposal,
                stored.store(new ByteArrayInputStream(bytes)),
                kind.nameFor(name),
                kind.mediaType(),
                bytes.length,
                me.orElse(null),
                clock)));
    }

    /** Says what a handout is. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void describe(ProposalId proposal, UUID handout, HandoutKind kind) {
        of(proposal, handout).ifPresent(h -> {
            h.describe(kind);
            changed(h);
        });
    }

    /** Says whether and from when on everyone may have a handout. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void show(ProposalId proposal, UUID handout, HandoutShowing showing) {
        of(proposal, handout).ifPresent(h -> {
            h.show(showing);
            changed(h);
        });
    }

    /** Deletes a handout with its bytes. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void remove(ProposalId proposal, UUID handout) {
        of(proposal, handout).ifPresent(h -> {
            stored.delete(h.stored());
            handouts.delete(h);
            changed(h);
        });
    }

    /** Keeps a handout from readers, or gives it back to its speaker's own choice. */
    @PreAuthorize("@access.organiser(#meeting.value())")
    @Transactional
    public void takeDown(MeetingId meeting, UUID handout, boolean down) {
        handouts.findById(handout)
                .filter(h -> meetingOf(h).equals(meeting.value()))
                .ifPresent(h -> {
                    h.takeDown(down);
                    changed(h);
                });
    }

    /** What a handout is called and is; its bytes come by {@link #bytes}. */
    @PreAuthorize("@handoutAccess.mayHave(#handout)")
    @Transactional(readOnly = true)
    public Kept download(UUID handout) {
        return Kept.of(handouts.findById(handout).orElseThrow());
    }

    /** The bytes of a handout, read piece by piece. */
    @PreAuthorize("@handoutAccess.mayHave(#handout)")
    @Transactional(readOnly = true)
    public InputStream bytes(UUID handout) {
        return stored.open(handouts.findById(handout).orElseThrow().stored());
    }

    private Optional<Handout> of(ProposalId proposal, UUID handout) {
        return handouts.findById(handout).filter(h -> h.proposal().equals(proposal));
    }

    private void requireAccepted(ProposalId proposal) {
        if (proposals
                .findById(proposal.value())
                .filter(p -> p.state().isAccepted())
                .isEmpty()) {
            throw Refusal.at("handouts", "programme.handout.accepted");
        }
    }

    private UUID meetingOf(Handout handout) {
        return proposals
                .findById(handout.proposal().value())
                .orElseThrow()
                .meeting()
                .value();
    }

    private void changed(Handout handout) {
        events.publishEvent(new HandoutsChanged(meetingOf(handout)));
    }
}
