package org.caravanserai.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Degree;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Rank;
import org.caravanserai.people.SignedIn;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a proposal, as it was handed in, to whoever may read it. */
@Service
public class ProposalReading {

    private final Proposals proposals;
    private final Contributors contributors;
    private final ProposalFiles files;
    private final Redactions redactions;
    private final AuthorTraces traces;
    private final Revisions revisions;
    private final Questions questions;
    private final Meetings meetings;
    private final Topics topics;
    private final SessionTypes types;
    private final Persons persons;
    private final ProposalAccess access;

    ProposalReading(
            Proposals proposals,
            Contributors contributors,
            ProposalFiles files,
            Redactions redactions,
            AuthorTraces traces,
            Revisions revisions,
            Questions questions,
            Meetings meetings,
            Topics topics,
            SessionTypes types,
            Persons persons,
            ProposalAccess access) {
        this.proposals = proposals;
        this.contributors = contributors;
        this.files = files;
        this.redactions = redactions;
        this.traces = traces;
        this.revisions = revisions;
        this.questions = questions;
        this.meetings = meetings;
        this.topics = topics;
        this.types = types;
        this.persons = persons;
        this.access = access;
    }

    /**
     * What the acting person may do with a proposal.
     *
     * @param edits whether she may write it
     */
    public record Found(ProposalId proposal, boolean edits) {}

    /** The proposal with a code, if there is one that the acting person may read. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<Found> find(String code) {
        return proposals
                .keyOf(code)
                .map(ProposalId::new)
                .filter(access::mayRead)
                .map(id -> new Found(id, access.mayEdit(id)));
    }

    /**
     * A proposal with everything that belongs to it; where the review is double-blind as its authors or the committee
     * prepared it, without its people and all that may tell who they are.
     */
    @PreAuthorize("@proposalAccess.mayRead(#proposal)")
    @Transactional(readOnly = true)
    public ProposalView view(ProposalId proposal) {
        var stored = proposals.findById(proposal.value()).orElseThrow();
        var meeting = meetings.findById(stored.meeting().value()).orElseThrow();
        var blind = access.readsWithoutPeople(proposal);
        var instead = blind ? instead(proposal) : Map.<String, String>of();
        var type = types.findById(stored.sessionType()).orElseThrow();
        return new ProposalView(
                proposal,
                stored.code(),
                new ProposalView.MeetingOf(
                        meeting.id(), meeting.slug().value(), meeting.name(), meeting.zone(), meeting.city()),
                stored.state(),
                new ProposalView.TypeOf(type.key(), type.typeKey(), type.name(), type.kind()),
                Redaction.instead(stored.title(), DraftContent.TITLE, instead),
                Redaction.instead(stored.abstractText(), DraftContent.ABSTRACT, instead),
                topics(stored),
                stored.minutes(),
                stored.talkLanguage(),
                stored.slideLanguage(),
                stored.expectedAudience(),
                stored.forSession()
                        .flatMap(key -> proposals.findById(key.value()))
                        .map(s -> new ProposalView.SessionOf(s.id(), s.code(), title(s))),
                blind
                        ? List.of()
                        : contributors.named(proposal.value()).stream()
                                .map(n -> person(n.getContributor(), n.getPerson()))
                                .toList(),
                answers(stored, blind, instead),
                files.of(stored),
                stored.times(),
                stored.createdAt(),
                stored.submittedAt(),
                stored.changedAt(),
                stored.reviseUntil());
    }

    /** Every time it was handed in and what changed, the latest first. */
    @PreAuthorize("@proposalAccess.mayRead(#proposal)")
    @Transactional(readOnly = true)
    public List<ProposalView.RevisionOf> revisions(ProposalId proposal) {
        var blind = access.readsWithoutPeople(proposal);
        var withheld = blind ? withheld(proposal) : Set.<String>of();
        var giveaways = blind ? Optional.of(traces.of(proposal)) : Optional.<Giveaways>empty();
        var all = revisions.findByProposalOrderByNumber(proposal.value());
        var authors = persons
                .findAllById(all.stream()
                        .flatMap(r -> r.author().stream())
                        .map(org.caravanserai.people.PersonId::value)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Person::key, Person::name));
        var labels = labels(all.stream()
                .flatMap(r -> r.snapshot().keySet().stream())
                .filter(f -> f.startsWith(DraftContent.ANSWER))
                .map(f -> UUID.fromString(f.substring(DraftContent.ANSWER.length())))
                .distinct()
                .toList());
        var told = new ArrayList<ProposalView.RevisionOf>();
        Map<String, String> before = Map.of();
        for (var revision : all) {
            var after = giveaways
                    .map(found -> nameless(revision.snapshot(), withheld, found))
                    .orElseGet(revision::snapshot);
            var was = before;
            told.addFirst(new ProposalView.RevisionOf(
                    revision.number(),
                    revision.at(),
                    blind
                            ? Optional.empty()
                            : revision.author().flatMap(a -> Optional.<PersonName>ofNullable(authors.get(a.value()))),
                    revision.number() == 1
                            ? List.of()
                            : Snapshots.differences(was, after).stream()
                                    .map(field -> change(field, was, after, labels))
                                    .toList()));
            before = after;
        }
        return told;
    }

    /** The fields whose earlier texts say what reviewers may not read. */
    private Set<String> withheld(ProposalId proposal) {
        var fields = new HashSet<>(instead(proposal).keySet());
        fields.add(Snapshots.CONTRIBUTORS);
        fields.add(Snapshots.FILES);
        var answered =
                proposals.findById(proposal.value()).orElseThrow().answers().keySet();
        questions.findAllById(answered).stream()
                .filter(Question::isIdentifying)
                .forEach(question -> fields.add(DraftContent.ANSWER + question.key()));
        return fields;
    }

    private Map<String, String> nameless(Map<String, String> snapshot, Set<String> withheld, Giveaways giveaways) {
        var nameless = new HashMap<String, String>();
        snapshot.forEach((field, text) -> {
            if (!withheld.contains(field)) {
                nameless.put(field, traces.hide(giveaways, field, text));
            }
        });
        return nameless;
    }

    private static ProposalView.Change change(
            String field, Map<String, String> before, Map<String, String> after, Map<UUID, LocalizedText> labels) {
        return new ProposalView.Change(
                field,
                field.startsWith(DraftContent.ANSWER)
                        ? Optional.ofNullable(
                                labels.get(UUID.fromString(field.substring(DraftContent.ANSWER.length()))))
                        : Optional.empty(),
                TextDifference.between(before.getOrDefault(field, ""), after.getOrDefault(field, "")));
    }

    private Map<UUID, LocalizedText> labels(List<UUID> keys) {
        return questions.findAllById(keys).stream().collect(Collectors.toMap(Question::key, Question::label));
    }

    private List<ProposalView.TopicOf> topics(Proposal proposal) {
        var byKey = topics.findAllById(proposal.topics()).stream().collect(Collectors.toMap(Topic::key, t -> t));
        return proposal.topics().stream()
                .flatMap(key -> Optional.ofNullable(byKey.get(key)).stream())
                .map(t -> new ProposalView.TopicOf(t.key(), t.topicKey(), t.name(), t.hue()))
                .toList();
    }

    private Map<String, String> instead(ProposalId proposal) {
        return redactions.findByProposal(proposal.value()).map(Redaction::texts).orElse(Map.of());
    }

    private LocalizedText title(Proposal session) {
        return access.readsWithoutPeople(session.id())
                ? Redaction.instead(session.title(), DraftContent.TITLE, instead(session.id()))
                : session.title();
    }

    private List<ProposalView.Answer> answers(Proposal proposal, boolean blind, Map<String, String> instead) {
        var answers = proposal.answers();
        var byKey = new HashMap<UUID, Question>();
        questions.findAllById(answers.keySet()).forEach(q -> byKey.put(q.key(), q));
        return answers.entrySet().stream()
                .flatMap(answer -> Optional.ofNullable(byKey.get(answer.getKey()))
                        .filter(question -> !blind || !question.isIdentifying())
                        .map(question -> answer(
                                question,
                                instead.getOrDefault(DraftContent.ANSWER + question.key(), answer.getValue())))
                        .stream())
                .toList();
    }

    private static ProposalView.Answer answer(Question question, String text) {
        if (!question.kind().hasOptions()) {
            return new ProposalView.Answer(question.key(), question.label(), question.kind(), text, List.of());
        }
        var keys = List.of(text.split(","));
        return new ProposalView.Answer(
                question.key(),
                question.label(),
                question.kind(),
                "",
                question.options().stream()
                        .filter(o -> keys.contains(o.key()))
                        .map(Question.Option::name)
                        .toList());
    }

    private static ProposalView.PersonOn person(Contributor contributor, @Nullable Person person) {
        return new ProposalView.PersonOn(
                contributor.key(),
                contributor.person(),
                person == null ? PersonName.published(contributor.invitedName()) : person.name(),
                contributor.role(),
                contributor.answer(),
                person == null ? Degree.NONE : person.degree(),
                person == null ? Rank.NONE : person.rank(),
                person == null ? "" : person.affiliation(),
                person == null ? "" : person.country());
    }
}
