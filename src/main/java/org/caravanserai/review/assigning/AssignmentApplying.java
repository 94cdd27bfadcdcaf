package org.caravanserai.review.assigning;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.assigning.AssignmentInput.Key;
import org.caravanserai.review.assigning.AssignmentInput.Now;
import org.caravanserai.review.assignment.Pair;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.AssignmentSource;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a computed assignment hold, all of it or nothing, and takes the last one back. What happened since it was computed
 * is found out while the proposals are held, so that nothing slips past.
 */
@Service
public class AssignmentApplying {

    /** What was taken from whom, as reviewers read it; nothing that a conflict keeps from her by now. */
    private static final String TAKEN_BACK = """
            select a.person, p.id, p.code, coalesce(veiled.title, p.title)
            from review_assignment a join proposal p on p.id = a.proposal
            left join redaction veiled on veiled.proposal = p.id
            where a.meeting = ? and a.state = 'RELEASED'
            and not exists (select 1 from review_conflict c where c.proposal = p.id and c.person = a.person and c.standing)
            order by a.person, p.code
            """;

    private final AssignmentRuns runs;
    private final AssignmentReading reading;
    private final AssignmentApplications applications;
    private final Assigning assigning;
    private final AssignmentMail mail;
    private final HiddenProposals hidden;
    private final Access access;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    AssignmentApplying(
            AssignmentRuns runs,
            AssignmentReading reading,
            AssignmentApplications applications,
            Assigning assigning,
            AssignmentMail mail,
            HiddenProposals hidden,
            Access access,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.runs = runs;
        this.reading = reading;
        this.applications = applications;
        this.assigning = assigning;
        this.mail = mail;
        this.hidden = hidden;
        this.access = access;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A pair that cannot be made any more, and why. */
    public record Lost(ProposalWork work, PersonName reviewer, Assigning.Reason reason) {}

    /**
     * What applying came to.
     *
     * @param done whether it holds now; else nothing has changed, and what is lost was taken out of the preview
     * @param made how many pairs were made
     * @param released how many were taken back
     * @param stayed how many were to be taken back and stay, because their review has begun meanwhile
     * @param mails how many reviewers are told
     * @param lost what stood in the way
     */
    public record Applied(boolean done, int made, int released, int stayed, int mails, List<Lost> lost) {}

    /**
     * What was applied last and can be undone.
     *
     * @param at when
     * @param made how many pairs it made
     * @param released how many it took back
     */
    public record Last(Instant at, int made, int released) {}

    /** A message as a reviewer would get it. */
    public record MailPreview(PersonName name, Language language, String subject, String text) {}

    /**
     * Makes the preview hold.
     *
     * @param run the run that she has looked at
     * @param tell whether the reviewers are told by mail
     * @throws Refusal if that run is forgotten or another has taken its place
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    public Applied apply(MeetingId meeting, UUID run, boolean tell) {
        var computed =
                runs.mine(meeting).filter(r -> r.key().equals(run)).orElseThrow(() -> Refusal.of("assigning.run.gone"));
        var found = computed.found().orElseThrow(() -> Refusal.of("assigning.run.gone"));
        var applied = transaction.execute(status -> {
            var made = apply(computed, found, tell);
            if (!made.done()) {
                status.setRollbackOnly();
            }
            return made;
        });
        if (applied.done()) {
            runs.forget(meeting);
        }
        return applied;
    }

    /** The message that a reviewer would get if the preview were applied; empty if she would get none. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public Optional<MailPreview> mail(MeetingId meeting, PersonId reviewer) {
        return runs.mine(meeting)
                .flatMap(run -> run.found().flatMap(found -> {
                    var concealed = hidden.hiddenFromMe(meeting);
                    var works = AssignmentRuns.changes(run, found).make().stream()
                            .filter(p ->
                                    run.input().reviewer(p.reviewer()).person().equals(reviewer))
                            .map(p -> run.input().work(p.proposal()))
                            .filter(work -> !concealed.contains(work.proposal().value()))
                            .toList();
                    return works.isEmpty()
                            ? Optional.empty()
                            : mail.assigned(meeting, reviewer, works)
                                    .flatMap(message -> run.input()
                                            .known()
                                            .numberOf(reviewer)
                                            .map(r -> new MailPreview(
                                                    run.input().reviewer(r).name(),
                                                    message.language(),
                                                    message.subject(),
                                                    message.text())));
                }));
    }

    /** What can be undone; empty if there is nothing, or a review of it has begun. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public Optional<Last> last(MeetingId meeting) {
        return applications
                .findFirstByMeetingAndUndoneFalseOrderByAppliedAtDesc(meeting.value())
                .filter(a -> !hasBegun(meeting, a))
                .map(a -> new Last(a.appliedAt(), a.made().size(), a.released().size()));
    }

    /**
     * Takes back what was applied last. Reviewers who were told of it are told again.
     *
     * @throws Refusal if a review of it has begun
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public Applied undo(MeetingId meeting) {
        var application = applications
                .findFirstByMeetingAndUndoneFalseOrderByAppliedAtDesc(meeting.value())
                .orElseThrow(() -> Refusal.of("assigning.undo.nothing"));
        if (hasBegun(meeting, application)) {
            throw Refusal.of("assigning.undo.begun");
        }
        application.undo();
        applications.save(application);
        var concealed = hidden.hiddenFromMe(meeting);
        var made = application.made().stream()
                .filter(p -> !concealed.contains(p.proposal().value()))
                .toList();
        var held = live(meeting, made);
        var undone = assigning.apply(meeting, application.released(), made, AssignmentSource.SOLVER);
        int mails = application.isTold() ? tellBack(meeting, held) : 0;
        return new Applied(true, undone.made(), undone.released(), 0, mails, List.of());
    }

    private Applied apply(AssignmentRun run, AssignmentRun.Found found, boolean tell) {
        var meeting = run.meeting();
        var input = run.input();
        var concealed = hidden.hiddenFromMe(meeting);
        var changes = AssignmentRuns.changes(run, found);
        var make = new LinkedHashMap<Assigning.Pair, Pair>();
        changes.make().stream()
                .filter(p ->
                        !concealed.contains(input.work(p.proposal()).proposal().value()))
                .forEach(p -> make.put(pair(input, p), p));
        var now = reading.now(meeting);
        var begun = new HashSet<Assigning.Pair>();
        var release = new ArrayList<Assigning.Pair>();
        for (var pair : changes.release()) {
            var standing = Optional.ofNullable(now.get(input.key(pair)));
            if (standing.filter(s -> s.state().isLive() && s.begun()).isPresent()) {
                begun.add(pair(input, pair));
            } else {
                release.add(pair(input, pair));
            }
        }
        var applied = assigning.apply(meeting, make.keySet(), release, AssignmentSource.SOLVER);
        var lost = new ArrayList<Lost>();
        for (var skipped : applied.skipped()) {
            if (skipped.reason() == Assigning.Reason.TWICE) {
                make.remove(skipped.pair());
                continue;
            }
            var pair = make.get(skipped.pair());
            if (pair != null) {
                lost.add(new Lost(
                        input.work(pair.proposal()),
                        input.reviewer(pair.reviewer()).name(),
                        skipped.reason()));
                run.drop(pair);
            }
        }
        if (!lost.isEmpty()) {
            return new Applied(false, 0, 0, 0, 0, lost);
        }
        applications.save(
                new AssignmentApplication(meeting, access.me().orElse(null), make.keySet(), release, tell, clock));
        int mails = tell ? tell(meeting, input, make.values()) : 0;
        return new Applied(true, applied.made(), applied.released(), begun.size(), mails, List.of());
    }

    private int tell(MeetingId meeting, AssignmentInput input, Iterable<Pair> made) {
        var works = new LinkedHashMap<PersonId, List<ProposalWork>>();
        made.forEach(p -> works.computeIfAbsent(input.reviewer(p.reviewer()).person(), k -> new ArrayList<>())
                .add(input.work(p.proposal())));
        return send(works, (person, list) -> mail.assigned(meeting, person, list));
    }

    private int tellBack(MeetingId meeting, Set<Assigning.Pair> held) {
        var works = new LinkedHashMap<PersonId, List<ProposalWork>>();
        jdbc.sql(TAKEN_BACK)
                .param(meeting.value())
                .query((row, number) -> {
                    var reviewer = new PersonId(row.getObject(1, UUID.class));
                    var work = new ProposalWork(
                            new ProposalId(row.getObject(2, UUID.class)),
                            row.getString(3),
                            LocalizedText.fromJson(row.getString(4)));
                    if (held.contains(new Assigning.Pair(work.proposal(), reviewer))) {
                        works.computeIfAbsent(reviewer, k -> new ArrayList<>()).add(work);
                    }
                    return work;
                })
                .list();
        return send(works, (person, list) -> mail.takenBack(meeting, person, list));
    }

    private interface Writing {
        Optional<Outbox.Message> to(PersonId person, List<ProposalWork> works);
    }

    private int send(Map<PersonId, List<ProposalWork>> works, Writing writing) {
        int sent = 0;
        for (var entry : works.entrySet()) {
            var message = writing.to(entry.getKey(), entry.getValue());
            message.ifPresent(mail::send);
            sent += message.isPresent() ? 1 : 0;
        }
        return sent;
    }

    private boolean hasBegun(MeetingId meeting, AssignmentApplication application) {
        return standing(meeting, application.made())
                .anyMatch(s -> s.getValue().state().isLive() && s.getValue().begun());
    }

    private Set<Assigning.Pair> live(MeetingId meeting, List<Assigning.Pair> pairs) {
        return standing(meeting, pairs)
                .filter(s -> s.getValue().state().isLive())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Stream<Map.Entry<Assigning.Pair, Now>> standing(MeetingId meeting, List<Assigning.Pair> pairs) {
        var now = reading.now(meeting);
        return pairs.stream()
                .flatMap(p -> Optional.ofNullable(
                        now.get(new Key(p.proposal().value(), p.reviewer().value())))
                        .map(s -> Map.entry(p, s))
                        .stream());
    }

    private static Assigning.Pair pair(AssignmentInput input, Pair pair) {
        return new Assigning.Pair(
                input.work(pair.proposal()).proposal(),
                input.reviewer(pair.reviewer()).person());
    }
}
