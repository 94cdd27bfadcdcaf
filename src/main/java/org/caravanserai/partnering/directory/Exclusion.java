package org.caravanserai.partnering.directory;

import java.time.Clock;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes people out of the partner finding of a meeting, for whoever deals with what is reported. */
@Service
@Internal
public class Exclusion {

    private final PartneringBars bars;
    private final DirectoryEntries entries;
    private final Clock clock;

    Exclusion(PartneringBars bars, DirectoryEntries entries, Clock clock) {
        this.bars = bars;
        this.entries = entries;
        this.clock = clock;
    }

    /** Excludes a person: her entry goes, her cards are no longer shown, and she asks nobody to be introduced. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void exclude(MeetingId meeting, PersonId person) {
        if (!bars.existsByMeetingAndPerson(meeting.value(), person.value())) {
            bars.save(new PartneringBar(meeting, person, clock));
        }
        entries.findByMeetingAndPerson(meeting.value(), person.value()).ifPresent(entries::delete);
    }

    /** Lets her in again; her cards are shown again, while it is for her to enter the directory. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void readmit(MeetingId meeting, PersonId person) {
        bars.findByMeetingAndPerson(meeting.value(), person.value()).ifPresent(bars::delete);
    }
}
