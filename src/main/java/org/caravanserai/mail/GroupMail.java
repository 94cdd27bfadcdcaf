package org.caravanserai.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.MeetingNames;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisers write to groups of people of their meeting. What is written is kept as a draft of its author; each
 * recipient's message can be read, changed or left out before all are queued, and all can be taken back until they leave.
 */
@Service
public class GroupMail {

    /** The most people that one message goes to. */
    public static final int MOST = 5_000;

    private final GroupMessages messages;
    private final GroupMessageEdits edits;
    private final GroupMailWriter writer;
    private final Outbox outbox;
    private final Accounts accounts;
    private final Persons persons;
    private final MeetingNames meetings;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    GroupMail(
            GroupMessages messages,
            GroupMessageEdits edits,
            GroupMailWriter writer,
            Outbox outbox,
            Accounts accounts,
            Persons persons,
            MeetingNames meetings,
            Access access,
            JdbcClient jdbc,
            Clock clock) {
        this.messages = messages;
        this.edits = edits;
        this.writer = writer;
        this.outbox = outbox;
        this.accounts = accounts;
        this.persons = persons;
        this.meetings = meetings;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A group to choose: its key, the message key of its name, and how many people it has now. */
    public record Choice(String key, String labelKey, int people) {}

    /**
     * The draft of the acting person.
     *
     * @param version what a change of it is based on
     * @param groups the keys of the groups chosen
     * @param placeholders what may stand in braces for the people of these groups
     */
    public record Draft(
            long version, Set<String> groups, LocalizedText subject, LocalizedText body, Set<String> placeholders) {}

    /**
     * A message as one recipient would get it.
     *
     * @param language the language of the text
     * @param edited whether it was changed for her alone
     * @param excluded whether she is left out
     */
    public record Preview(
            EmailAddress email,
            String name,
            Language language,
            String subject,
            String text,
            boolean edited,
            boolean excluded) {}

    /** What is on its way: its key, to how many, and until when it can be taken back. */
    public record Queued(UUID key, int recipients, Instant leavesAt) {}

    /** A message that was sent or is on its way. */
    public record Sent(
            UUID key, LocalizedText subject, Optional<String> by, int recipients, Instant queuedAt, Instant leavesAt) {}

    /** The groups that there are, with how many people each has. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public List<Choice> groups(UUID meeting) {
        var counts = writer.counts(meeting);
        return writer.groups().stream()
                .map(g -> new Choice(g.key(), g.labelKey(), counts.getOrDefault(g.key(), 0)))
                .toList();
    }

    /** What the acting person has written and not sent; empty if she has not begun. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public Draft draft(UUID meeting) {
        return find(meeting).map(this::shown).orElseGet(() -> shown(new GroupMessage(meeting, me())));
    }

    /**
     * Keeps what the acting person writes.
     *
     * @param version the version that the change is based on
     * @return the draft as it is now
     * @throws org.springframework.dao.OptimisticLockingFailureException if she has written more in another window
     * @throws Refusal if it is too long
     */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional
    public Draft keep(UUID meeting, long version, Set<String> groups, LocalizedText subject, LocalizedText body) {
        var draft = find(meeting).orElseGet(() -> new GroupMessage(meeting, me()));
        draft.requireVersion(version);
        var known = writer.groups().stream().map(RecipientGroups.Group::key).toList();
        draft.write(Set.copyOf(groups.stream().filter(known::contains).toList()), subject, body);
        return shown(messages.saveAndFlush(draft));
    }

    /** The messages as they would leave, those left out too. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public List<Preview> preview(UUID meeting) {
        return find(meeting).map(writer::write).orElse(List.of()).stream()
                .map(w -> new Preview(
                        w.to().email(), w.to().name(), w.language(), w.subject(), w.text(), w.edited(), w.excluded()))
                .toList();
    }

    /**
     * Changes what one recipient gets.
     *
     * @throws Refusal if it says nothing or too much
     */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional
    public void editFor(UUID meeting, EmailAddress email, String subject, String text) {
        edit(meeting, email, edit -> edit.write(subject, text));
    }

    /** Gives one recipient what all get again. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional
    public void forgetEdit(UUID meeting, EmailAddress email) {
        edit(meeting, email, GroupMessageEdit::forget);
    }

    /** Leaves one recipient out, or takes her in again. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional
    public void exclude(UUID meeting, EmailAddress email, boolean leaveOut) {
        edit(meeting, email, edit -> edit.exclude(leaveOut));
    }

    /**
     * Sends the acting person what the first recipient would get, to her own address.
     *
     * @return her address
     * @throws Refusal if something is missing
     */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional
    public EmailAddress sendTest(UUID meeting) {
        var draft = find(meeting).orElseThrow(() -> Refusal.at("text", "mailview.text.none"));
        writer.requireSendable(draft);
        var mine = accounts.findByPerson(me().value())
                .map(Account::email)
                .orElseThrow(() -> Refusal.of("people.account.none"));
        var language = persons.findById(me().value()).map(Person::language).orElse(Language.EN);
        var like = writer.write(draft).stream().findFirst();
        var filled = writer.fill(
                draft,
                new Recipient(
                        mine,
                        access.me(),
                        like.map(w -> w.to().name()).orElse(""),
                        language,
                        like.map(w -> w.to().values()).orElse(Map.of())),
                meetings.of(meeting).orElseThrow());
        outbox.queue(message(meeting, "group-test", filled));
        return mine;
    }

    /**
     * Queues the messages; they leave after a pause in which they can be taken back.
     *
     * @throws Refusal if something is missing, a placeholder has no meaning, or there is nobody to write to
     */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional
    public Queued queue(UUID meeting) {
        var draft = find(meeting).orElseThrow(() -> Refusal.at("text", "mailview.text.none"));
        writer.requireSendable(draft);
        var written = writer.write(draft).stream().filter(w -> !w.excluded()).toList();
        if (written.isEmpty()) {
            throw Refusal.at("groups", "mailview.groups.empty");
        }
        if (written.size() > MOST) {
            throw Refusal.at("groups", "mailview.groups.many", MOST);
        }
        var now = clock.instant();
        draft.queue(written.size(), now);
        messages.saveAndFlush(draft);
        for (var one : written) {
            outbox.queue(message(meeting, "group", one), draft.key(), GroupMessage.PAUSE);
        }
        return new Queued(draft.key(), written.size(), now.plus(GroupMessage.PAUSE));
    }

    /**
     * Takes messages back that have not left: what was written is a draft again.
     *
     * @return how many were taken back
     * @throws Refusal if they have left
     */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional
    public int takeBack(UUID meeting, UUID message) {
        var queued = messages.findByIdAndMeeting(message, meeting)
                .filter(m -> !m.isDraft()
                        && m.leavesAt().filter(clock.instant()::isBefore).isPresent())
                .orElseThrow(() -> Refusal.of("mailview.left"));
        var taken = outbox.takeBack(queued.key());
        queued.takeBack();
        messages.save(queued);
        return taken;
    }

    /** What was written to groups, newest first. */
    @PreAuthorize("@access.organiser(#meeting)")
    @Transactional(readOnly = true)
    public List<Sent> sent(UUID meeting, int limit) {
        return jdbc.sql("select g.id, g.subject, p.published, g.recipients, g.queued_at, g.leaves_at"
                        + " from group_message g left join person p on p.id = g.author"
                        + " where g.meeting = ? and g.state = 'QUEUED' order by g.queued_at desc, g.id desc limit ?")
                .params(meeting, limit)
                .query((row, i) -> new Sent(
                        row.getObject(1, UUID.class),
                        LocalizedText.fromJson(row.getString(2)),
                        Optional.ofNullable(row.getString(3)),
                        row.getInt(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    private Outbox.Message message(UUID meeting, String kind, GroupMailWriter.Written written) {
        return new Outbox.Message(
                written.to().email(),
                written.to().person().orElse(null),
                meeting,
                kind,
                written.language(),
                written.subject(),
                written.text(),
                "",
                "");
    }

    private void edit(UUID meeting, EmailAddress email, Consumer<GroupMessageEdit> change) {
        var draft = find(meeting).orElseThrow(() -> Refusal.of("mailview.left"));
        var edit = edits.findByMessageAndEmail(draft.key(), email.value())
                .orElseGet(() -> new GroupMessageEdit(draft, email));
        change.accept(edit);
        edits.save(edit);
    }

    private Draft shown(GroupMessage draft) {
        return new Draft(
                draft.version(), draft.groups(), draft.subject(), draft.body(), writer.placeholders(draft.groups()));
    }

    private Optional<GroupMessage> find(UUID meeting) {
        return messages.findFirstByMeetingAndAuthorAndStateOrderByIdDesc(
                meeting, me().value(), GroupMessage.State.DRAFT);
    }

    private org.caravanserai.people.PersonId me() {
        return access.requireMe();
    }
}
