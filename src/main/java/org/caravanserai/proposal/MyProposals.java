package org.caravanserai.proposal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Access;
import org.caravanserai.people.SignedIn;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the acting person has proposed or is named on, and what of it waits for her. */
@Service
public class MyProposals {

    private static final int MOST_WAITING = 20;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Proposals proposals;
    private final Contributors contributors;
    private final CallReading calls;
    private final Meetings meetings;
    private final Access access;

    MyProposals(Proposals proposals, Contributors contributors, CallReading calls, Meetings meetings, Access access) {
        this.calls = calls;
        this.meetings = meetings;
        this.proposals = proposals;
        this.contributors = contributors;
        this.access = access;
    }

    /** A row of the query. */
    interface Line {

        UUID getProposal();

        String getCode();

        LocalizedText getTitle();

        @Nullable
        LocalizedText getDraftTitle();

        ProposalState getState();

        Instant getChangedAt();

        @Nullable
        Instant getSavedAt();

        LocalizedText getTypeName();

        LocalizedText getMeetingName();

        String getMeetingSlug();

        String getMeetingZone();

        LocalizedText getMeetingCity();

        @Nullable
        Instant getClosesAt();

        @Nullable
        ContributorRole getRole();

        Contributor.@Nullable Answer getAnswer();
    }

    /**
     * One of her proposals.
     *
     * @param title as it stands in her draft, or as it was handed in; may be empty
     * @param closesAt when the call closes; empty if there is none
     * @param role hers; empty if she only proposed it
     * @param answer whether she has agreed to be named; empty if she only proposed it
     * @param changesWaiting whether something was typed after it was last handed in
     */
    public record MyProposal(
            ProposalId proposal,
            String code,
            LocalizedText title,
            ProposalState state,
            Instant changedAt,
            LocalizedText typeName,
            LocalizedText meetingName,
            String meetingSlug,
            ZoneId zone,
            LocalizedText city,
            Optional<Instant> closesAt,
            Optional<ContributorRole> role,
            Optional<Contributor.Answer> answer,
            boolean changesWaiting) {}

    /**
     * Someone asks the acting person to agree to be named.
     *
     * @param contributor the key to answer with
     */
    public record Asked(
            UUID contributor,
            ContributorRole role,
            ProposalId proposal,
            String code,
            LocalizedText title,
            LocalizedText meetingName) {}

    /** A call that takes proposals now. */
    public record OpenCall(String slug, LocalizedText meetingName, Instant closesAt, ZoneId zone, LocalizedText city) {}

    /** The calls that take proposals now, the first to close first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<OpenCall> openCalls() {
        var open = calls.openNow();
        var byKey = meetings
                .findAllById(open.stream().map(c -> c.meeting().value()).toList())
                .stream()
                .collect(Collectors.toMap(Meeting::id, m -> m));
        return open.stream()
                .flatMap(c -> Optional.ofNullable(byKey.get(c.meeting())).stream()
                        .map(m -> new OpenCall(m.slug().value(), m.name(), c.closesAt(), m.zone(), m.city())))
                .toList();
    }

    /** Her proposals, the latest begun first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<MyProposal> list(int offset, int limit) {
        return access.me()
                .map(me -> proposals.mine(me.value(), new Slice(offset, limit)).stream()
                        .map(MyProposals::row)
                        .toList())
                .orElse(List.of());
    }

    /** Her proposals after one of them, or from the first on, in the order in which they were begun. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<MyProposal> after(Optional<UUID> last, int limit) {
        return access.me()
                .map(me -> proposals.mineAfter(me.value(), last.orElse(BEFORE_ALL), Limit.of(limit)).stream()
                        .map(MyProposals::row)
                        .toList())
                .orElse(List.of());
    }

    /** How many there are. */
    @SignedIn
    @Transactional(readOnly = true)
    public int count() {
        return access.me().map(me -> proposals.countMine(me.value())).orElse(0);
    }

    /** Invitations that wait for her answer. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Asked> asked() {
        return access.me()
                .map(me -> contributors.waitingFor(me.value(), Limit.of(MOST_WAITING)).stream()
                        .map(w -> new Asked(
                                w.getContributor(),
                                w.getRole(),
                                new ProposalId(w.getProposal()),
                                w.getCode(),
                                title(w.getTitle(), w.getDraftTitle()),
                                w.getMeetingName()))
                        .toList())
                .orElse(List.of());
    }

    private static MyProposal row(Line line) {
        var saved = line.getSavedAt();
        return new MyProposal(
                new ProposalId(line.getProposal()),
                line.getCode(),
                line.getState() == ProposalState.DRAFT ? title(line.getTitle(), line.getDraftTitle()) : line.getTitle(),
                line.getState(),
                line.getChangedAt(),
                line.getTypeName(),
                line.getMeetingName(),
                line.getMeetingSlug(),
                ZoneId.of(line.getMeetingZone()),
                line.getMeetingCity(),
                Optional.ofNullable(line.getClosesAt()),
                Optional.ofNullable(line.getRole()),
                Optional.ofNullable(line.getAnswer()),
                line.getState() != ProposalState.DRAFT && saved != null && saved.isAfter(line.getChangedAt()));
    }

    private static LocalizedText title(LocalizedText handedIn, @Nullable LocalizedText draft) {
        return handedIn.isEmpty() && draft != null ? draft : handedIn;
    }
}
