package org.caravanserai.programme;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.caravanserai.agenda.Publications;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.meeting.MeetingId;
import org.springframework.stereotype.Component;

/** The programmes of open meetings, each indexed once per release and kept while it is asked for. */
@Component
public class Programmes {

    private final Publications publications;
    private final Cache<Numbered, Programme> kept =
            Caffeine.newBuilder().maximumSize(30).build();

    Programmes(Publications publications) {
        this.publications = publications;
    }

    private record Numbered(MeetingId meeting, int release) {}

    /** The latest programme of the meeting at this address; empty when it is not open or nothing was published. */
    public Optional<Programme> latest(String slug) {
        return publications.latest(slug).map(this::indexed);
    }

    /** The latest programme of a meeting; empty when it is not open or nothing was published. */
    public Optional<Programme> latest(MeetingId meeting) {
        return publications.latest(meeting).map(this::indexed);
    }

    /** An earlier programme of a meeting, by the number of its release; empty when it is not open or has no such release. */
    public Optional<Programme> release(MeetingId meeting, int number) {
        return publications.byNumber(meeting, number).map(this::indexed);
    }

    private Programme indexed(PublishedAgenda agenda) {
        return kept.get(new Numbered(agenda.meeting(), agenda.number()), n -> new Programme(agenda));
    }
}
