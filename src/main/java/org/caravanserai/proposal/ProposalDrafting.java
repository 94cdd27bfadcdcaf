package org.caravanserai.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what researchers type into a proposal's form, as they type it, and loses none of what several type at once. */
@Service
public class ProposalDrafting {

    private final Proposals proposals;
    private final Drafts drafts;
    private final DraftAsides asides;
    private final Contributors contributors;
    private final CallReading calls;
    private final CallAdmission admission;
    private final Meetings meetings;
    private final Topics topics;
    private final Persons persons;
    private final Access access;
    private final RateLimits limits;
    private final Clock clock;

    ProposalDrafting(
            Proposals proposals,
            Drafts drafts,
            DraftAsides asides,
            Contributors contributors,
            CallReading calls,
            CallAdmission admission,
            Meetings meetings,
            Topics topics,
            Persons persons,
            Access access,
            RateLimits limits,
            Clock clock) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.asides = asides;
        this.contributors = contributors;
        this.calls = calls;
        this.admission = admission;
        this.meetings = meetings;
        this.topics = topics;
        this.persons = persons;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A form as it stands.
     *
     * @param version to be given back with the next save
     * @param savedAt when something was last saved
     * @param savedBy who saved it
     * @param aside what the acting person typed while another saved first, until she has chosen
     */
    public record OpenDraft(
            ProposalId proposal,
            String code,
            MeetingId meeting,
            ProposalState state,
            DraftContent content,
            long version,
            Instant savedAt,
            Optional<PersonName> savedBy,
            Optional<DraftContent> aside) {}

    /**
     * What a form offers and asks.
     *
     * @param call what may be proposed and is asked; empty if the meeting's call is gone
     * @param languages the meeting's languages, as tags
     * @param days the meeting's days
     */
    public record FormSetting(
            ProposalView.MeetingOf meeting,
            Optional<CallView> call,
            List<ProposalView.TopicOf> topics,
            List<String> languages,
            List<LocalDate> days) {}

    /** What became of a save. */
    public sealed interface SaveResult permits Saved, StaleDraft {}

    /**
     * It is kept.
     *
     * @param content what the form says now: what was typed, joined with what others changed elsewhere in it
     */
    public record Saved(DraftContent content, long version, Instant at) implements SaveResult {}

    /**
     * Another has changed the same fields meanwhile. Both texts are kept: hers as the draft, what was typed beside it.
     *
     * @param mine what was typed
     * @param theirs what the draft says
     * @param version to be given back with the choice
     * @param who saved first
     * @param at when
     * @param clashes the fields that both changed
     */
    public record StaleDraft(
            DraftContent mine,
            DraftContent theirs,
            long version,
            Optional<PersonName> who,
            Instant at,
            List<String> clashes)
            implements SaveResult {}

    /** The meeting with this address, if the acting person may see it and it has a call. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<MeetingId> meetingAt(String slug) {
        return meetings.findBySlug(slug)
                .map(Meeting::id)
                .filter(id -> calls.of(id).isPresent());
    }

    /** What the form of a proposal offers and asks. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional(readOnly = true)
    public FormSetting setting(ProposalId proposal) {
        var meeting = meetings.findById(
                        proposals.standing(proposal.value()).orElseThrow().getMeeting())
                .orElseThrow();
        return new FormSetting(
                new ProposalView.MeetingOf(
                        meeting.id(), meeting.slug().value(), meeting.name(), meeting.zone(), meeting.city()),
                calls.of(meeting.id()),
                topics.findByMeetingOrderByPosition(meeting.key()).stream()
                        .map(t -> new ProposalView.TopicOf(t.key(), t.topicKey(), t.name(), t.hue()))
                        .toList(),
                meeting.languages().stream().sorted().toList(),
                meeting.days());
    }

    /**
     * Begins a proposal to a meeting whose call is open, or that a late link admits.
     *
     * @param lateSecret the secret of a late link; empty for none
     */
    @SignedIn
    @Transactional
    public ProposalId start(MeetingId meeting, String lateSecret) {
        var me = me();
        if (!limits.tryTake("start-proposal", me.value().toString(), 60, Duration.ofHours(1))) {
            throw Refusal.of("proposal.start.often");
        }
        var call = calls.of(meeting).orElseThrow(() -> Refusal.of("call.none"));
        if (call.types().isEmpty()) {
            throw Refusal.of("proposal.start.types");
        }
        var type = call.types().getFirst();
        var proposal = proposals.save(new Proposal(meeting, me, type.sessionType(), type.usualMinutes(), clock));
        if (!lateSecret.isEmpty() && !admission.isOpen(meeting)) {
            admission.redeem(meeting, lateSecret, proposal.id());
        }
        admission.requireOpen(meeting, proposal.id());
        var role = type.kind() == SessionType.Kind.TALK ? ContributorRole.PRESENTER : ContributorRole.CONVENER;
        contributors.save(Contributor.proposer(proposal.id(), me, role));
        drafts.save(new Draft(
                proposal.id(),
                DraftContent.EMPTY
                        .with(DraftContent.TYPE, type.sessionType().toString())
                        .with(DraftContent.MINUTES, Integer.toString(type.usualMinutes()))
                        .with(DraftContent.TALK_LANGUAGE, proposal.talkLanguage())
                        .with(DraftContent.SLIDE_LANGUAGE, proposal.slideLanguage()),
                me,
                clock));
        return proposal.id();
    }

    /** The form as it stands. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public OpenDraft open(ProposalId proposal) {
        var stored = proposals.findById(proposal.value()).orElseThrow();
        var draft = drafts.findByProposal(proposal.value()).orElseGet(() -> fresh(stored));
        return new OpenDraft(
                proposal,
                stored.code(),
                stored.meeting(),
                stored.state(),
                draft.content(),
                draft.version(),
                draft.savedAt(),
                draft.savedBy().flatMap(this::name),
                asides.findByProposalAndPerson(proposal.value(), me().value()).map(DraftAside::content));
    }

    /**
     * Saves what is typed.
     *
     * @param basedOn the version that the typing began with
     * @param base the content that the typing began with
     * @param typed the whole form as it is now
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public SaveResult save(ProposalId proposal, long basedOn, DraftContent base, DraftContent typed) {
        var me = me();
        // The row is locked, so that of two saves at once the second sees the first.
        var draft = drafts.lock(proposal.value())
                .orElseGet(() -> fresh(proposals.findById(proposal.value()).orElseThrow()));
        var result = typed;
        if (draft.version() != basedOn) {
            var merge = DraftContent.merge(base, typed, draft.content());
            if (!merge.clashes().isEmpty()) {
                setAside(proposal, me, typed);
                return new StaleDraft(
                        typed,
                        draft.content(),
                        draft.version(),
                        draft.savedBy().flatMap(this::name),
                        draft.savedAt(),
                        merge.clashes());
            }
            result = merge.content();
        }
        if (!draft.content().equals(result)) {
            draft.write(result, me, clock);
        }
        asides.findByProposalAndPerson(proposal.value(), me.value()).ifPresent(asides::delete);
        var saved = drafts.saveAndFlush(draft);
        return new Saved(saved.content(), saved.version(), saved.savedAt());
    }

    private void setAside(ProposalId proposal, PersonId me, DraftContent typed) {
        var aside = asides.findByProposalAndPerson(proposal.value(), me.value());
        if (aside.isPresent()) {
            aside.get().write(typed, clock);
        } else {
            asides.save(new DraftAside(proposal, me, typed, clock));
        }
    }

    private Draft fresh(Proposal proposal) {
        var session = proposal.forSession()
                .flatMap(key -> proposals.findById(key.value()))
                .map(Proposal::code)
                .orElse("");
        return drafts.saveAndFlush(
                new Draft(proposal.id(), DraftContent.of(proposal, session), proposal.proposer(), clock));
    }

    private Optional<PersonName> name(PersonId person) {
        return persons.findById(person.value()).map(Person::name);
    }

    private PersonId me() {
        return access.me().orElseThrow(() -> Refusal.of("proposal.person.required"));
    }
}
