package org.caravanserai.agenda;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Access;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes the working agenda, or an earlier release once more, as a numbered release that never changes again, and writes
 * to those whom it concerns.
 */
@Service
public class AgendaPublication {

    /** The longest note in one language. */
    public static final int LONGEST_NOTE = 2_000;

    /** How long the messages about a release can be taken back. */
    public static final Duration PAUSE = Duration.ofMinutes(2);

    private final Releases releases;
    private final AgendaSnapshots snapshots;
    private final AgendaSnapshotBuilder builder;
    private final PublicationReader reader;
    private final Meetings meetings;
    private final ReleaseMail mail;
    private final Outbox outbox;
    private final Access access;
    private final Clock clock;

    AgendaPublication(
            Releases releases,
            AgendaSnapshots snapshots,
            AgendaSnapshotBuilder builder,
            PublicationReader reader,
            Meetings meetings,
            ReleaseMail mail,
            Outbox outbox,
            Access access,
            Clock clock) {
        this.releases = releases;
        this.snapshots = snapshots;
        this.builder = builder;
        this.reader = reader;
        this.meetings = meetings;
        this.mail = mail;
        this.outbox = outbox;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What the next release would change.
     *
     * @param number the number it would get
     * @param sessions how many sessions it would have
     * @param difference what would change since the latest release; for a first one, everything is added
     * @param concerned those in the sessions that change, by published name
     */
    public record Preview(int number, int sessions, ReleaseDifference difference, List<Concerned> concerned) {

        /** How many of those whom it concerns can be written to. */
        public int reachable() {
            return (int) concerned.stream().filter(Concerned::reachable).count();
        }
    }

    /**
     * Somebody whom a release concerns.
     *
     * @param person the person's key
     * @param sessions in how many of her sessions something changes
     * @param reachable whether she can be written to
     */
    public record Concerned(UUID person, PersonName name, int sessions, boolean reachable) {}

    /** A message as it would leave. */
    public record MessagePreview(String email, Language language, String subject, String text) {}

    /**
     * What to publish.
     *
     * @param number the number of the release that was looked at
     * @param again the release to publish once more; empty for the working agenda
     * @param note what to say to readers; may be empty
     * @param tell whether those whom it concerns are written to
     */
    public record Wanted(int number, OptionalInt again, LocalizedText note, boolean tell) {}

    /**
     * What was published.
     *
     * @param number the release's number
     * @param messages how many messages leave when the pause is over
     */
    public record Published(int number, int messages) {}

    private record Next(
            int number,
            @Nullable AgendaSnapshot before,
            AgendaSnapshot after,
            ReleaseDifference difference,
            List<ReleaseConcern> concerns) {

        PublishedAgenda as(MeetingId meeting, Clock clock) {
            return new PublishedAgenda(meeting, number, clock.instant(), after);
        }
    }

    /** What publishing now would change; {@code again} is an earlier release to publish once more. */
    @Transactional(readOnly = true)
    @PreAuthorize("@access.organiser(#meeting.value)")
    public Preview preview(MeetingId meeting, OptionalInt again) {
        var next = next(meeting, again);
        var readers =
                mail.readers(next.concerns().stream().map(c -> c.person().key()).toList());
        return new Preview(
                next.number(),
                next.after().sessions().size(),
                next.difference(),
                next.concerns().stream()
                        .map(c -> new Concerned(
                                c.person().key(),
                                c.person().name(),
                                c.changes().size(),
                                readers.containsKey(c.person().key())))
                        .toList());
    }

    /**
     * The message that somebody would get.
     *
     * @throws Refusal if nothing changes for her, or she cannot be written to
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@access.organiser(#meeting.value)")
    public MessagePreview message(MeetingId meeting, OptionalInt again, LocalizedText note, UUID person) {
        var next = next(meeting, again);
        var concern = next.concerns().stream()
                .filter(c -> c.person().key().equals(person))
                .findFirst();
        var reader = Optional.ofNullable(mail.readers(List.of(person)).get(person));
        if (concern.isEmpty() || reader.isEmpty()) {
            throw Refusal.of("release.message.none");
        }
        var message = mail.write(next.as(meeting, clock), concern.get(), reader.get(), note.map(Clean::lines));
        return new MessagePreview(message.to().value(), message.language(), message.subject(), message.text());
    }

    /** All releases, the newest first, whether or not the public sees the meeting yet. */
    @Transactional(readOnly = true)
    @PreAuthorize("@access.organiser(#meeting.value)")
    public List<ReleaseSummary> releases(MeetingId meeting) {
        return reader.summaries(meeting, Integer.MAX_VALUE);
    }

    /**
     * Publishes the agenda as it stands, writes to nobody, and gives the release's number.
     *
     * @param note what to say to readers; may be empty
     * @throws Refusal if nothing is placed, the note is too long, or another organiser publishes at the same moment
     */
    @Transactional
    @PreAuthorize("@access.organiser(#meeting.value)")
    public int publish(MeetingId meeting, LocalizedText note) {
        return publish(meeting, next(meeting, OptionalInt.empty()), note, false).number();
    }

    /**
     * Publishes what was looked at.
     *
     * @throws Refusal if nothing is placed, the note is too long, there is no such earlier release, or another release was
     *     published since it was looked at
     */
    @Transactional
    @PreAuthorize("@access.organiser(#meeting.value)")
    public Published publish(MeetingId meeting, Wanted wanted) {
        var next = next(meeting, wanted.again());
        if (next.number() != wanted.number()) {
            throw Refusal.of("agenda.release.raced", wanted.number());
        }
        return publish(meeting, next, wanted.note(), wanted.tell());
    }

    /**
     * Takes the messages about a release back that have not left; the release stays.
     *
     * @return how many were taken back
     */
    @Transactional
    @PreAuthorize("@access.organiser(#meeting.value)")
    public int takeBackMessages(MeetingId meeting, int number) {
        return releases.findByMeetingAndNumber(meeting.value(), number)
                .map(release -> outbox.takeBack(release.key()))
                .orElse(0);
    }

    private Next next(MeetingId meeting, OptionalInt again) {
        var latest = releases.findFirstByMeetingOrderByNumberDesc(meeting.value());
        var before = latest.map(snapshots::read).orElse(null);
        var now = builder.build(meeting, before);
        var after = again.isEmpty() ? now : now.meetingOf(earlier(meeting, again.getAsInt()));
        var difference = ReleaseDifference.between(before, after);
        // Nobody is told of what the public cannot see.
        var concerns = meetings.findById(meeting.value()).orElseThrow().isOpen()
                ? ReleaseConcern.of(before, after, difference)
                : List.<ReleaseConcern>of();
        return new Next(latest.map(Release::number).orElse(0) + 1, before, after, difference, concerns);
    }

    private AgendaSnapshot earlier(MeetingId meeting, int number) {
        return releases.findByMeetingAndNumber(meeting.value(), number)
                .map(snapshots::read)
                .orElseThrow(() -> Refusal.of("release.gone", number));
    }

    private Published publish(MeetingId meeting, Next next, LocalizedText note, boolean tell) {
        var clean = note.map(Clean::lines);
        if (clean.longest() > LONGEST_NOTE) {
            throw Refusal.at("note", "meeting.text.long", LONGEST_NOTE);
        }
        if (next.after().sessions().isEmpty()) {
            throw Refusal.of("agenda.release.empty");
        }
        var release = new Release(
                meeting, next.number(), access.me().orElse(null), clean, snapshots.store(next.after()), clock);
        try {
            releases.saveAndFlush(release);
        } catch (DataIntegrityViolationException raced) {
            // The number is unique in the meeting: of two who publish at once, one gets it.
            throw Refusal.of("agenda.release.raced", next.number());
        }
        return new Published(next.number(), tell ? tell(meeting, next, clean, release.key()) : 0);
    }

    private int tell(MeetingId meeting, Next next, LocalizedText note, UUID release) {
        var agenda = next.as(meeting, clock);
        var readers =
                mail.readers(next.concerns().stream().map(c -> c.person().key()).toList());
        for (var concern : next.concerns()) {
            var to = readers.get(concern.person().key());
            if (to != null) {
                outbox.queue(
                        mail.write(agenda, concern, to, note).once("release:" + release),
                        mail.calendar(agenda, next.before(), concern, to),
                        release,
                        PAUSE);
            }
        }
        return readers.size();
    }
}
