package org.caravanserai.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.proposal.MyProposals.MyProposal;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.review.ProposalRow;

/** Proposals as their contributors and committees read them. */
final class ProposalData {

    private ProposalData() {}

    /** One of the acting person's own proposals. */
    record MyProposalLine(
            @Says("Its public code of six characters") String id,
            @Says("The meeting it was proposed to") String meeting,
            LocalizedData title,
            LocalizedData type,
            ProposalState state,
            Instant changedAt,

            @Says("Your role; left out if you only proposed it")
            Optional<String> role) {

        static MyProposalLine of(MyProposal proposal) {
            return new MyProposalLine(
                    proposal.code(),
                    proposal.meetingSlug(),
                    LocalizedData.of(proposal.title()),
                    LocalizedData.of(proposal.typeName()),
                    proposal.state(),
                    proposal.changedAt(),
                    proposal.role().map(Enum::name));
        }
    }

    /** A proposal in the committee's list. */
    record CommitteeProposal(
            @Says("Its public code of six characters") String id,
            LocalizedData title,
            ProposalState state,
            @Says("Keys of its topics, the main one first") List<UUID> topics,
            @Says("Key of its session type") UUID type,
            int minutes,
            @Says("BCP 47 tag of what is spoken") Optional<String> language,
            Optional<Instant> submittedAt,

            @Says("Whether its people are hidden from you, because the review is double-blind")
            boolean blind,

            @Says("Who proposed it; left out where blind") Optional<NameData> proposer,
            @Says("Left out where blind") Optional<String> affiliation,

            @Says("ISO 3166-1 alpha-2; left out where blind")
            Optional<String> country) {

        static CommitteeProposal of(ProposalRow row) {
            return new CommitteeProposal(
                    row.code(),
                    LocalizedData.of(row.title()),
                    row.state(),
                    row.topics(),
                    row.type(),
                    row.minutes(),
                    Data.filled(row.talkLanguage()),
                    row.submittedAt(),
                    row.blind(),
                    row.blind() ? Optional.empty() : Optional.of(NameData.of(row.proposer())),
                    Data.filled(row.affiliation()),
                    Data.filled(row.country()));
        }
    }

    /** A topic of a proposal. */
    record ProposalTopic(
            UUID key, @Says("Names it in addresses") String id, LocalizedData name) {}

    /** Somebody on a proposal. */
    record ProposalPerson(
            NameData name,

            @Says("CONVENER, PRESENTER, AUTHOR or INTERPRETER")
            String role,

            @Says("Whether she has agreed to be named") String answer,
            Optional<String> affiliation,
            @Says("ISO 3166-1 alpha-2") Optional<String> country) {

        private static ProposalPerson of(ProposalView.PersonOn person) {
            return new ProposalPerson(
                    NameData.of(person.name()),
                    person.role().name(),
                    person.answer().name(),
                    Data.filled(person.affiliation()),
                    Data.filled(person.country()));
        }
    }

    /** An answer to a question of the call. */
    record ProposalAnswer(
            LocalizedData question,

            @Says("What was typed, yes or no, or a date; left out when picked from options")
            Optional<String> text,

            @Says("The options picked") List<LocalizedData> picked) {

        private static ProposalAnswer of(ProposalView.Answer answer) {
            return new ProposalAnswer(
                    LocalizedData.of(answer.label()),
                    Data.filled(answer.text()),
                    answer.picked().stream().map(LocalizedData::of).toList());
        }
    }

    /** A proposal as it was handed in. */
    record Proposal(
            @Says("Its public code of six characters") String id,
            @Says("The meeting it was proposed to") String meeting,
            ProposalState state,
            LocalizedData type,
            LocalizedData title,
            @Says("Markdown") LocalizedData abstractText,
            List<ProposalTopic> topics,
            int minutes,
            @Says("BCP 47 tag of what is spoken") Optional<String> language,
            @Says("BCP 47 tag of what is shown") Optional<String> slideLanguage,

            @Says("How many people may come; left out when not told")
            Optional<Integer> expectedAudience,

            @Says("For a talk, the id of the proposed session it is meant for")
            Optional<String> forSession,

            @Says("In order; nobody where the review is double-blind for you")
            List<ProposalPerson> people,

            List<ProposalAnswer> answers,
            Optional<Instant> submittedAt,
            Instant changedAt,

            @Says("Until when the committee waits for a revision, if it does")
            Optional<Instant> reviseUntil) {

        static Proposal of(ProposalView view) {
            return new Proposal(
                    view.code(),
                    view.meeting().slug(),
                    view.state(),
                    LocalizedData.of(view.type().name()),
                    LocalizedData.of(view.title()),
                    LocalizedData.of(view.abstractText()),
                    view.topics().stream()
                            .map(topic ->
                                    new ProposalTopic(topic.key(), topic.topicKey(), LocalizedData.of(topic.name())))
                            .toList(),
                    view.minutes(),
                    Data.filled(view.talkLanguage()),
                    Data.filled(view.slideLanguage()),
                    Data.positive(view.expectedAudience()),
                    view.forSession().map(ProposalView.SessionOf::code),
                    view.people().stream().map(ProposalPerson::of).toList(),
                    view.answers().stream().map(ProposalAnswer::of).toList(),
                    view.submittedAt(),
                    view.changedAt(),
                    view.reviseUntil());
        }
    }
}
