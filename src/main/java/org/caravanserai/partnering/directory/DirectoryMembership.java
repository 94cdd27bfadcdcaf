package org.caravanserai.partnering.directory;

import java.time.Clock;
import java.util.Optional;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person enters the directory of a meeting, says what it shows of her, and leaves it. */
@Service
@PreAuthorize("@partnering.takesPart(#meeting)")
public class DirectoryMembership {

    private final DirectoryEntries entries;
    private final PartneringAccess access;
    private final Clock clock;

    DirectoryMembership(DirectoryEntries entries, PartneringAccess access, Clock clock) {
        this.entries = entries;
        this.access = access;
        this.clock = clock;
    }

    /** What the directory shows of the acting person; {@code version} stands for what was read. */
    public record Own(long version, Shown shown) {}

    /** The acting person's entry; empty if she is not in the directory. */
    @Transactional(readOnly = true)
    public Optional<Own> mine(MeetingId meeting) {
        return own(meeting).map(entry -> new Own(entry.version(), entry.shown()));
    }

    /**
     * The acting person enters the directory. If she is in it, it shows this of her from now on.
     *
     * @throws Refusal if an organiser has excluded her
     */
    @Transactional
    public void join(MeetingId meeting, Shown shown) {
        access.requireWelcome(meeting);
        own(meeting)
                .ifPresentOrElse(
                        entry -> entry.show(shown, clock),
                        () -> entries.save(new DirectoryEntry(meeting, access.me(), shown, clock)));
    }

    /**
     * Changes what is shown.
     *
     * @return the version that there is now
     * @throws Refusal if she is not in the directory
     * @throws org.springframework.dao.OptimisticLockingFailureException if another window was quicker
     */
    @Transactional
    public long change(MeetingId meeting, long version, Shown shown) {
        var entry = own(meeting).orElseThrow(() -> Refusal.of("partner.directory.notIn"));
        entry.requireVersion(version);
        entry.show(shown, clock);
        return entries.saveAndFlush(entry).version();
    }

    /** The acting person leaves: from now on nobody finds her there. */
    @Transactional
    public void leave(MeetingId meeting) {
        own(meeting).ifPresent(entries::delete);
    }

    private Optional<DirectoryEntry> own(MeetingId meeting) {
        return entries.findByMeetingAndPerson(meeting.value(), access.me().value());
    }
}
