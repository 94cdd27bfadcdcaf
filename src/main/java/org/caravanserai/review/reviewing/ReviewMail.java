package org.caravanserai.review.reviewing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Account;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.springframework.stereotype.Component;

/**
 * Writes the messages among those who review, each in its reader's language. None is filed with its meeting: an organiser
 * who reads a meeting's mail may have proposed what it is about, and must not learn who reviews it.
 */
@Component
class ReviewMail {

    private final Outbox outbox;
    private final Messages messages;
    private final ReviewedProposals proposals;
    private final Meetings meetings;
    private final ReviewerTexts texts;
    private final PeopleProperties installation;

    ReviewMail(
            Outbox outbox,
            Messages messages,
            ReviewedProposals proposals,
            Meetings meetings,
            ReviewerTexts texts,
            PeopleProperties installation) {
        this.outbox = outbox;
        this.messages = messages;
        this.proposals = proposals;
        this.meetings = meetings;
        this.texts = texts;
        this.installation = installation;
    }

    /** Whom a message goes to. */
    record Reader(PersonId person, EmailAddress email, Language language) {}

    /**
     * What is new in the discussion of a proposal.
     *
     * @param posts how many posts
     * @param mentioned whether one calls on the reader
     */
    record News(String slug, String code, LocalizedText title, int posts, boolean mentioned) {}

    /** A review that is missing. */
    record Missing(String code, LocalizedText title, Instant due) {}

    /** The meeting that reviews are missing for. */
    record About(String slug, LocalizedText name, ZoneId zone, LocalizedText city) {}

    /** Tells a colleague that a reviewer asks her to write. */
    void askedToWrite(Account account, Person other, Person reviewer, ProposalId about) {
        var proposal = proposals.findById(about.value()).orElseThrow();
        var meeting = meetings.findById(proposal.meeting().value()).orElseThrow();
        var language = other.language();
        queue(
                new Reader(other.id(), account.email(), language),
                "review-writing",
                messages.get(
                        language, "desk.mail.write.subject", reviewer.name().in(language)),
                messages.get(
                        language,
                        "desk.mail.write.text",
                        reviewer.name().in(language),
                        texts.titleFor(proposal, other.id()).text(language),
                        meeting.name().text(language)),
                "desk.mail.write.action",
                "/app/reviewing/" + meeting.slug().value() + "/" + proposal.code());
    }

    /** Tells what is new in discussions; what was written is read in the application alone. */
    void discussed(Reader reader, List<News> news) {
        var language = reader.language();
        var first = news.getFirst();
        var called = news.stream().anyMatch(News::mentioned);
        var lines = news.stream()
                .map(n -> messages.get(
                        language,
                        n.mentioned() ? "desk.mail.discussion.mentioned" : "desk.mail.discussion.line",
                        n.code(),
                        n.title().text(language),
                        n.posts()))
                .collect(Collectors.joining("\n\n"));
        queue(
                reader,
                "review-discussion",
                messages.get(
                        language,
                        called ? "desk.mail.discussion.subject.mentioned" : "desk.mail.discussion.subject",
                        news.size()),
                messages.get(language, "desk.mail.discussion.text") + "\n\n" + lines,
                "desk.mail.discussion.action",
                "/app/reviewing/" + first.slug() + (news.size() == 1 ? "/" + first.code() : ""));
    }

    /** Reminds a reviewer of what is due. */
    void remind(Reader reader, About about, List<Missing> missing) {
        var language = reader.language();
        var city = about.city().text(language);
        var lines = missing.stream()
                .map(m -> messages.get(
                        language,
                        "desk.mail.reminder.line",
                        m.code(),
                        m.title().text(language),
                        Moments.full(language, m.due(), about.zone(), city)))
                .collect(Collectors.joining("\n\n"));
        queue(
                reader,
                "review-reminder",
                messages.get(
                        language,
                        "desk.mail.reminder.subject",
                        missing.size(),
                        Moments.full(language, missing.getFirst().due(), about.zone(), city)),
                messages.get(language, "desk.mail.reminder.text", about.name().text(language)) + "\n\n" + lines,
                "desk.mail.reminder.action",
                "/app/reviewing/" + about.slug());
    }

    private void queue(Reader reader, String kind, String subject, String text, String action, String path) {
        outbox.queue(new Outbox.Message(
                reader.email(),
                reader.person(),
                null,
                kind,
                reader.language(),
                subject,
                text,
                messages.get(reader.language(), action),
                installation.address(path)));
    }
}
