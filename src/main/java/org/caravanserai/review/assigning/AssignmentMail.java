package org.caravanserai.review.assigning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.review.reviewing.PlanReading;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes to a reviewer what was assigned to her or taken back, one message for all of it, in her language. */
@Component
class AssignmentMail {

    private final Outbox outbox;
    private final Messages messages;
    private final Accounts accounts;
    private final Persons persons;
    private final Meetings meetings;
    private final PlanReading plans;
    private final String baseAddress;

    AssignmentMail(
            Outbox outbox,
            Messages messages,
            Accounts accounts,
            Persons persons,
            Meetings meetings,
            PlanReading plans,
            @Value("${caravanserai.base-address:http://localhost:8080}") String baseAddress) {
        this.outbox = outbox;
        this.messages = messages;
        this.accounts = accounts;
        this.persons = persons;
        this.meetings = meetings;
        this.plans = plans;
        this.baseAddress = baseAddress.replaceFirst("/+$", "");
    }

    /** What the message says of proposals newly assigned; empty for who has no account. */
    Optional<Outbox.Message> assigned(MeetingId id, PersonId reviewer, List<ProposalWork> works) {
        var meeting = meetings.findById(id.value()).orElseThrow();
        return message(
                id,
                reviewer,
                "review-assigned",
                works,
                meeting,
                (language, list) -> new Said(
                        messages.get(language, "assigning.mail.assigned.subject", works.size(), meeting.name()),
                        messages.get(language, "assigning.mail.assigned.text", works.size(), meeting.name(), list)
                                + until(meeting, language)));
    }

    /** What the message says of proposals taken back before any review of them began. */
    Optional<Outbox.Message> takenBack(MeetingId id, PersonId reviewer, List<ProposalWork> works) {
        var meeting = meetings.findById(id.value()).orElseThrow();
        return message(
                id,
                reviewer,
                "review-taken-back",
                works,
                meeting,
                (language, list) -> new Said(
                        messages.get(language, "assigning.mail.back.subject", works.size(), meeting.name()),
                        messages.get(language, "assigning.mail.back.text", works.size(), meeting.name(), list)));
    }

    void send(Outbox.Message message) {
        outbox.queue(message);
    }

    private record Said(String subject, String text) {}

    private interface Saying {
        Said in(Language language, String titles);
    }

    private Optional<Outbox.Message> message(
            MeetingId id, PersonId reviewer, String kind, List<ProposalWork> works, Meeting meeting, Saying saying) {
        var person = persons.findById(reviewer.value()).orElseThrow();
        var language = person.language();
        var list = works.stream().map(w -> "• " + w.title().text(language)).collect(Collectors.joining("\n\n"));
        var said = saying.in(language, list);
        return accounts.findByPerson(reviewer.value())
                .filter(Account::isUsable)
                .map(account -> new Outbox.Message(
                        account.email(),
                        reviewer,
                        id.value(),
                        kind,
                        language,
                        said.subject(),
                        said.text(),
                        messages.get(language, "assigning.mail.action"),
                        baseAddress + "/app/reviewing/" + meeting.slug()))
                .map(mail ->
                        mail.about(works.stream().map(w -> w.proposal().value()).toList()));
    }

    private String until(Meeting meeting, Language language) {
        return plans.of(meeting.id(), ReviewPlan.ALL_TYPES)
                .deadlines()
                .reviewing()
                .map(at -> "\n\n"
                        + messages.get(
                                language,
                                "assigning.mail.until",
                                Moments.full(
                                        language,
                                        at,
                                        meeting.zone(),
                                        meeting.city().text(language))))
                .orElse("");
    }
}
