package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.caravanserai.api.Scope;
import org.caravanserai.proposal.DraftContent;
import org.caravanserai.proposal.ProposalDrafting;
import org.caravanserai.proposal.ProposalDrafting.OpenDraft;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.text.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writing proposals of one's own and handing them in. What is written goes where the form keeps what is typed. */
@RestController
@RequestMapping("/api/v1")
class DraftEndpoints {

    private final ProposalReading reading;
    private final ProposalDrafting drafting;
    private final ProposalSubmission submission;
    private final DraftWriting writing;

    DraftEndpoints(
            ProposalReading reading, ProposalDrafting drafting, ProposalSubmission submission, DraftWriting writing) {
        this.reading = reading;
        this.drafting = drafting;
        this.submission = submission;
        this.writing = writing;
    }

    @PostMapping("/meetings/{meeting}/proposals")
    @Endpoint(
            summary = "Begins a proposal of yours to a meeting whose call is open",
            description = "Type, length and languages that are not said are those that the call begins with.",
            needs = Scope.PROPOSALS_WRITE,
            answers = DraftData.Draft.class)
    ResponseEntity<byte[]> beginProposal(@PathVariable String meeting, Once once, @Sent DraftData.Text text) {
        return once.answer(() -> {
            var to = drafting.meetingAt(meeting).orElseThrow(ApiProblem::notFound);
            var typed = writing.content(to, text, DraftContent.EMPTY);
            var begun = drafting.open(drafting.start(to, ""));
            var content = begun.content();
            for (var field : typed.fields().entrySet()) {
                content = content.with(field.getKey(), field.getValue());
            }
            return save(begun, content);
        });
    }

    @GetMapping("/proposals/{code}/draft")
    @Endpoint(
            summary = "What is being written of a proposal of yours",
            needs = Scope.PROPOSALS_READ,
            answers = DraftData.Draft.class)
    ResponseEntity<byte[]> draft(@PathVariable String code, HttpServletRequest request) {
        return Answers.writable(data(drafting.open(mine(code))), request);
    }

    @PutMapping("/proposals/{code}/draft")
    @Endpoint(
            summary = "Writes a proposal of yours",
            description =
                    "What is left out is empty then, except unsuitable times, people and files, which programs do not"
                            + " write. The proposal itself changes when it is handed in.",
            needs = Scope.PROPOSALS_WRITE,
            answers = DraftData.Draft.class)
    ResponseEntity<byte[]> writeDraft(
            @PathVariable String code, IfMatch seen, @Sent DraftData.Text text, HttpServletRequest request) {
        var draft = drafting.open(mine(code));
        seen.require(Answers.tag(data(draft)));
        return Answers.writable(save(draft, writing.content(draft.meeting(), text, draft.content())), request);
    }

    @PostMapping("/proposals/{code}/submission")
    @Endpoint(
            summary = "Hands in what is written of a proposal of yours, for the first time or changed",
            needs = Scope.PROPOSALS_WRITE,
            answers = DraftData.Submitted.class)
    ResponseEntity<byte[]> submitProposal(@PathVariable String code, IfMatch seen, Once once) {
        return once.answer(() -> {
            var proposal = mine(code);
            var draft = drafting.open(proposal);
            seen.require(Answers.tag(data(draft)));
            var receipt = namedAsHere(() -> submission.submit(proposal, draft.version()));
            return DraftData.Submitted.of(drafting.open(proposal), receipt);
        });
    }

    private DraftData.Draft save(OpenDraft draft, DraftContent content) {
        return switch (drafting.save(draft.proposal(), draft.version(), draft.content(), content)) {
            case ProposalDrafting.Saved saved -> data(drafting.open(draft.proposal()));
            case ProposalDrafting.StaleDraft stale -> throw new ApiProblem(ProblemKind.STALE);
        };
    }

    private DraftData.Draft data(OpenDraft draft) {
        return DraftData.Draft.of(draft, submission.isOpen(draft.proposal()));
    }

    private ProposalId mine(String code) {
        return reading.find(code)
                .filter(ProposalReading.Found::edits)
                .orElseThrow(ApiProblem::notFound)
                .proposal();
    }

    /** Reasons name the form's fields; programs know them by the names of their members. */
    private static <T> T namedAsHere(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw new Refusal(refusal.problems().stream()
                    .map(problem -> new Refusal.Problem(name(problem.field()), problem.key(), problem.arguments()))
                    .toList());
        }
    }

    private static String name(String field) {
        return switch (field) {
            case "abstract" -> "abstractText";
            case DraftContent.TALK_LANGUAGE -> "language";
            default ->
                field.startsWith(DraftContent.ANSWER)
                        ? "answers." + field.substring(DraftContent.ANSWER.length())
                        : field;
        };
    }
}
