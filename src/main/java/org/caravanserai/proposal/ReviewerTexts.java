package org.caravanserai.proposal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.caravanserai.text.Clean;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepares a proposal for reviewers who may not learn whose it is: its authors, or who leads the reviewing, see what gives
 * them away, write the texts that reviewers read instead, and choose the files that they get.
 */
@Service
public class ReviewerTexts {

    private static final int MOST_FOUND = 30;
    private static final int LONGEST = 80;

    private final Proposals proposals;
    private final Questions questions;
    private final StoredProposalFiles files;
    private final Redactions redactions;
    private final AuthorTraces traces;
    private final FileReading reading;
    private final List<ProposalVeil> veils;
    private final ProposalAccess access;
    private final Clock clock;

    ReviewerTexts(
            Proposals proposals,
            Questions questions,
            StoredProposalFiles files,
            Redactions redactions,
            AuthorTraces traces,
            FileReading reading,
            List<ProposalVeil> veils,
            ProposalAccess access,
            Clock clock) {
        this.proposals = proposals;
        this.questions = questions;
        this.files = files;
        this.redactions = redactions;
        this.traces = traces;
        this.reading = reading;
        this.veils = veils;
        this.access = access;
        this.clock = clock;
    }

    /** The proposal so prepared; empty where reviewers learn in every phase whose it is. */
    @PreAuthorize("@proposalAccess.mayRedact(#proposal)")
    @Transactional(readOnly = true)
    public Optional<ReviewerText> of(ProposalId proposal) {
        return veils.stream().anyMatch(v -> v.isEverBlind(proposal)) ? Optional.of(read(proposal)) : Optional.empty();
    }

    /**
     * Writes what reviewers read.
     *
     * @param version what {@link ReviewerText#version} said
     * @param texts by the names of the fields; a field left out is read as it was written
     * @throws Refusal if a title would be empty or a text is too long
     */
    @PreAuthorize("@proposalAccess.mayRedact(#proposal)")
    @Transactional
    public void write(ProposalId proposal, long version, Map<String, String> texts) {
        var original = held(proposal);
        var redaction = redactions.findByProposal(proposal.value()).orElseGet(() -> new Redaction(proposal));
        redaction.requireVersion(version);
        var clean = new LinkedHashMap<String, String>();
        texts.forEach((field, text) -> clean.put(field, cleaned(field, text)));
        redaction.write(original, clean, clock);
        redactions.saveAndFlush(redaction);
    }

    /** What has been typed, with everything hidden that gives the authors away; nothing is kept yet. */
    @PreAuthorize("@proposalAccess.mayRedact(#proposal)")
    @Transactional(readOnly = true)
    public Map<String, String> hidden(ProposalId proposal, Map<String, String> typed) {
        var giveaways = traces.of(proposal);
        var hidden = new HashMap<String, String>();
        typed.forEach((field, text) -> hidden.put(field, traces.hide(giveaways, field, text)));
        return hidden;
    }

    /**
     * Gives a file to reviewers who may not learn whose it is, or keeps it from them; as it is, whatever it says.
     *
     * @throws Refusal if it is no longer there
     */
    @PreAuthorize("@proposalAccess.mayRedact(#proposal)")
    @Transactional
    public void show(ProposalId proposal, UUID file, boolean shown) {
        var found = files.findById(file)
                .filter(f -> f.proposal().equals(proposal))
                .orElseThrow(() -> Refusal.of("veil.file.gone"));
        found.showToReviewers(shown);
        files.save(found);
    }

    /**
     * Looks through the files of a proposal for what gives its authors away. Takes some seconds where they are large and
     * nobody has asked lately.
     */
    @PreAuthorize("@proposalAccess.mayRedact(#proposal)")
    @Transactional(readOnly = true)
    public List<ReviewerText.Checked> check(ProposalId proposal) {
        var all = files.findByProposalOrderByUploadedAt(proposal.value());
        var giveaways = traces.of(proposal);
        return all.stream().map(file -> checked(file, giveaways)).toList();
    }

    /** Hides in a text about a proposal what gives its authors away, from those who may not learn whose it is. */
    @Internal
    @Transactional(readOnly = true)
    public UnaryOperator<String> nameless(ProposalId proposal) {
        if (!access.readsWithoutPeople(proposal)) {
            return UnaryOperator.identity();
        }
        var giveaways = traces.of(proposal);
        return text -> traces.hide(giveaways, "", text);
    }

    /** The title as the acting person may read it. */
    @Internal
    @Transactional(readOnly = true)
    public LocalizedText title(Proposal proposal) {
        return access.readsWithoutPeople(proposal.id()) ? namelessTitle(proposal) : proposal.title();
    }

    /** The title as a person may read it who reviews without being on the committee. */
    @Internal
    @Transactional(readOnly = true)
    public LocalizedText titleFor(Proposal proposal, PersonId reader) {
        return veils.stream().anyMatch(v -> v.hidesPeople(proposal.id(), reader))
                ? namelessTitle(proposal)
                : proposal.title();
    }

    private LocalizedText namelessTitle(Proposal proposal) {
        return redactions
                .findByProposal(proposal.key())
                .map(redaction -> Redaction.instead(proposal.title(), DraftContent.TITLE, redaction.texts()))
                .orElse(proposal.title());
    }

    private ReviewerText.Checked checked(ProposalFile file, Giveaways giveaways) {
        var traces = reading.of(file);
        var found = new LinkedHashSet<ReviewerText.Trace>();
        traces.author()
                .ifPresent(author -> found.add(new ReviewerText.Trace(
                        ReviewerText.Place.PROPERTIES, Clean.cut(Clean.line(author), LONGEST), 0)));
        var seen = new HashSet<String>();
        for (var place : giveaways.in(traces.words())) {
            var words = Clean.cut(Clean.line(traces.words().substring(place.from(), place.to())), LONGEST);
            if (found.size() < MOST_FOUND && seen.add(words)) {
                found.add(
                        traces.isPaged()
                                ? new ReviewerText.Trace(ReviewerText.Place.PAGE, words, traces.page(place.from()))
                                : new ReviewerText.Trace(ReviewerText.Place.TEXT, words, 0));
            }
        }
        return new ReviewerText.Checked(file.key(), List.copyOf(found), traces.whole());
    }

    private ReviewerText read(ProposalId proposal) {
        var original = proposals.findById(proposal.value()).orElseThrow();
        var redaction = redactions.findByProposal(proposal.value());
        var texts = redaction.map(Redaction::texts).orElse(Map.of());
        var asked = questions.findAllById(original.answers().keySet()).stream()
                .collect(Collectors.toMap(Question::key, question -> question));
        var giveaways = traces.of(proposal);
        var fields = new ArrayList<ReviewerText.Field>();
        Redaction.fields(original).forEach((name, text) -> {
            var question = name.startsWith(DraftContent.ANSWER)
                    ? Optional.ofNullable(asked.get(UUID.fromString(name.substring(DraftContent.ANSWER.length()))))
                    : Optional.<Question>empty();
            if (!name.startsWith(DraftContent.ANSWER)
                    || question.filter(ReviewerTexts::isTyped).isPresent()) {
                var shown = texts.getOrDefault(name, text);
                fields.add(new ReviewerText.Field(
                        name,
                        question.map(Question::label),
                        text,
                        shown,
                        redaction.filter(r -> r.isStale(name, text)).isPresent(),
                        giveaways.in(shown).stream()
                                .map(f -> shown.substring(f.from(), f.to()))
                                .toList()));
            }
        });
        return new ReviewerText(
                proposal,
                original.code(),
                original.title(),
                redaction.map(Redaction::version).orElse(0L),
                fields,
                files.findByProposalOrderByUploadedAt(proposal.value()).stream()
                        .map(f -> new ReviewerText.File(f.key(), f.fileName(), f.size(), f.isShownToReviewers()))
                        .toList(),
                asked.values().stream()
                        .filter(Question::isIdentifying)
                        .map(Question::label)
                        .toList());
    }

    private static boolean isTyped(Question question) {
        return !question.isIdentifying()
                && (question.kind() == Question.Kind.TEXT || question.kind() == Question.Kind.LONG_TEXT);
    }

    private Proposal held(ProposalId proposal) {
        proposals.lock(proposal.value());
        return proposals.findById(proposal.value()).orElseThrow();
    }

    private static String cleaned(String field, String text) {
        if (text.length() > DraftContent.LONGEST) {
            throw Refusal.at(field, "veil.long", DraftContent.LONGEST);
        }
        var clean = field.startsWith(DraftContent.TITLE) ? Clean.line(text) : Clean.lines(text);
        if (clean.isEmpty() && field.startsWith(DraftContent.TITLE)) {
            throw Refusal.at(field, "veil.title.empty");
        }
        return clean;
    }
}
