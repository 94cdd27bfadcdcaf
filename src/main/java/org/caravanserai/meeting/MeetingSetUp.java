package org.caravanserai.meeting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a meeting itself, a part at a time. Every change tells which version it was made looking at, is refused if another
 * organiser was quicker ({@link OptimisticLockingFailureException}), and answers the version it made.
 */
@Service
public class MeetingSetUp {

    private final Meetings meetings;
    private final MeetingDirectory directory;

    MeetingSetUp(Meetings meetings, MeetingDirectory directory) {
        this.meetings = meetings;
        this.directory = directory;
    }

    /** The meeting as it is set up now. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public MeetingView read(MeetingId meeting) {
        return directory.byId(meeting).orElseThrow();
    }

    /** Changes name and description. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long describe(MeetingId meeting, long seen, LocalizedText name, LocalizedText description) {
        return change(meeting, seen, m -> m.describe(name, description));
    }

    /** Changes the days. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long schedule(MeetingId meeting, long seen, LocalDate firstDay, LocalDate lastDay) {
        return change(meeting, seen, m -> m.schedule(firstDay, lastDay));
    }

    /** Changes where it is held, in which zone, and the city that names the zone. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long locate(MeetingId meeting, long seen, ZoneId zone, LocalizedText city, LocalizedText venue) {
        return change(meeting, seen, m -> {
            m.locate(zone, city);
            m.holdAt(venue);
        });
    }

    /** Changes the languages of talks and slides. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long speak(MeetingId meeting, long seen, Set<Language> languages) {
        var tags = new java.util.LinkedHashSet<String>();
        languages.stream().sorted().map(Language::tag).forEach(tags::add);
        return change(meeting, seen, m -> m.speak(tags));
    }

    /**
     * Changes the address. Links to the old one lead nowhere afterwards.
     *
     * @throws Refusal if another meeting has it
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long moveTo(MeetingId meeting, long seen, Slug slug) {
        if (meetings.keyOf(slug.value()).filter(k -> !k.equals(meeting.value())).isPresent()) {
            throw Refusal.at("slug", "meeting.slug.taken");
        }
        try {
            return change(meeting, seen, m -> m.moveTo(slug));
        } catch (DataIntegrityViolationException taken) {
            throw Refusal.at("slug", "meeting.slug.taken");
        }
    }

    /** Shows the meeting to the public. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long open(MeetingId meeting, long seen) {
        return change(meeting, seen, Meeting::open);
    }

    /** Hides the meeting from the public. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long hide(MeetingId meeting, long seen) {
        return change(meeting, seen, Meeting::close);
    }

    private long change(MeetingId meeting, long seen, Consumer<Meeting> change) {
        var loaded = meetings.findById(meeting.value()).orElseThrow();
        loaded.requireVersion(seen);
        change.accept(loaded);
        return meetings.saveAndFlush(loaded).version();
    }
}
