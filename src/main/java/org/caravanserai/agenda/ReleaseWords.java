package org.caravanserai.agenda;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caravanserai.agenda.ReleaseDifference.Change;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Moments;
import org.caravanserai.text.PersonName;
import org.springframework.stereotype.Component;

/** Says what changed between two releases in the reader's words and on her clock besides the meeting's. */
@Component
public class ReleaseWords {

    private final Messages messages;

    ReleaseWords(Messages messages) {
        this.messages = messages;
    }

    /**
     * Who reads.
     *
     * @param zone the meeting's zone
     * @param city names it
     * @param own the reader's zone; empty if it is not known
     */
    public record Reading(Language language, ZoneId zone, LocalizedText city, Optional<ZoneId> own) {

        /** A moment in the meeting's zone, and in the reader's where her clock differs. */
        public String moment(Instant instant) {
            return Moments.onBoth(language, instant, zone, city.text(language), own.orElse(zone));
        }
    }

    /** One change as a sentence. */
    public String of(Change change, Reading reading) {
        var reader = reading.language();
        return switch (change) {
            case Change.Added added -> messages.get(reader, "release.change.added");
            case Change.Removed removed -> messages.get(reader, "release.change.removed");
            case Change.BecameTalk talk ->
                messages.get(reader, "release.change.becameTalk", talk.session().text(reader));
            case Change.WasTalk talk ->
                messages.get(reader, "release.change.wasTalk", talk.session().text(reader));
            case Change.Cancelled cancelled -> messages.get(reader, "release.change.cancelled");
            case Change.Reinstated reinstated -> messages.get(reader, "release.change.reinstated");
            case Change.OtherTime time ->
                messages.get(
                        reader, "release.change.time", reading.moment(time.before()), reading.moment(time.after()));
            case Change.OtherRoom room ->
                messages.get(reader, "release.change.room", name(room.before(), reader), name(room.after(), reader));
            case Change.OtherLength length ->
                messages.get(reader, "release.change.length", length.before(), length.after());
            case Change.OtherPeople people ->
                messages.get(
                        reader, "release.change.people", names(people.joined(), reader), names(people.left(), reader));
            case Change.OtherTitle title ->
                messages.get(reader, "release.change.title", title.before().text(reader));
            case Change.OtherTalks talks -> messages.get(reader, "release.change.talks");
        };
    }

    private String name(LocalizedText room, Language reader) {
        return room.isEmpty() ? messages.get(reader, "release.allRooms") : room.text(reader);
    }

    private static String names(List<PersonName> names, Language reader) {
        return names.isEmpty() ? "–" : names.stream().map(n -> n.in(reader)).collect(Collectors.joining(", "));
    }
}
