package org.caravanserai.programme.web;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.meeting.RoomPlanView;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.ProgrammeFilter;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.PageReader;
import org.jspecify.annotations.Nullable;

/**
 * All sessions of one topic, institution, country or room.
 *
 * @param kind the facet's name in lower case
 * @param hue a topic's hue; empty for others
 * @param lead muted lines under the title
 * @param people who comes from there, for institutions and countries
 * @param room a room's own addresses; null for others
 * @param plans those on which a room is; empty for others
 */
public record PartPage(
        Said meeting,
        String kind,
        Said title,
        String hue,
        List<Said> lead,
        List<SessionPage.PersonLine> people,
        List<PersonPage.Appearance> sessions,
        @Nullable RoomLinks room,
        List<PlanPage> plans,
        Links links) {

    /** Where a room's screen and door sheet are. */
    public record RoomLinks(String screen, String door) {}

    /** All values of a facet. */
    public record Index(Said meeting, String kind, List<Entry> entries, List<PlanPage> plans, Links links) {}

    /** One of them, with the number of its sessions. */
    public record Entry(Said name, String href, int count, String hue, List<Said> lead) {}

    static PartPage of(
            Programme programme, Facet facet, String value, List<RoomPlanView> plans, PageReader reader, Links links) {
        var language = reader.language();
        var times = PageTimes.of(programme.meeting(), language, reader.zone());
        var sessions = programme.find(ProgrammeFilter.NONE.with(facet, value));
        return new PartPage(
                Said.of(programme.meeting().name(), language),
                facet.name().toLowerCase(Locale.ROOT),
                Named.value(programme, facet, value, reader),
                hue(programme, facet, value),
                lead(programme, facet, value, reader),
                programme.agenda().people().stream()
                        .filter(p -> comesFrom(p, facet, value))
                        .map(p -> SessionPage.line(p, "", language, links))
                        .toList(),
                sessions.stream()
                        .map(s -> new PersonPage.Appearance(
                                times.between(s.start(), s.end(), null),
                                SessionCard.of(programme, s, language, times, links)))
                        .toList(),
                facet == Facet.ROOM ? new RoomLinks(links.screen(value), links.door(value, "")) : null,
                facet == Facet.ROOM
                        ? programme
                                .room(value)
                                .map(room -> PlanPage.of(programme, plans, room, reader, links))
                                .orElse(List.of())
                        : List.of(),
                links);
    }

    static Index all(Programme programme, Facet facet, List<RoomPlanView> plans, PageReader reader, Links links) {
        var counts = programme.count(ProgrammeFilter.NONE, facet);
        var entries = programme.values(facet).stream()
                .map(value -> new Entry(
                        Named.value(programme, facet, value, reader),
                        href(facet, value, links),
                        counts.getOrDefault(value, 0),
                        hue(programme, facet, value),
                        lead(programme, facet, value, reader)))
                .toList();
        if (facet == Facet.COUNTRY || facet == Facet.INSTITUTION) {
            var order = Collator.getInstance(reader.language().icuLocale());
            entries = entries.stream()
                    .sorted(Comparator.comparing(e -> e.name().text(), order::compare))
                    .toList();
        }
        return new Index(
                Said.of(programme.meeting().name(), reader.language()),
                facet.name().toLowerCase(Locale.ROOT),
                entries,
                facet == Facet.ROOM ? PlanPage.all(programme, plans, reader, links) : List.of(),
                links);
    }

    /** Where the page of a facet's value is. */
    static String href(Facet facet, String value, Links links) {
        return switch (facet) {
            case TOPIC -> links.topic(value);
            case INSTITUTION -> links.institution(value);
            case COUNTRY -> links.country(value);
            case ROOM -> links.room(value);
            case TYPE, LANGUAGE -> links.programme(facet.parameter() + "=" + Links.encode(value));
        };
    }

    private static boolean comesFrom(PersonPart person, Facet facet, String value) {
        return switch (facet) {
            case COUNTRY -> person.country().equals(value);
            case INSTITUTION -> Programme.institutionAddress(person).equals(value);
            default -> false;
        };
    }

    private static String hue(Programme programme, Facet facet, String value) {
        return facet == Facet.TOPIC
                ? programme.topic(value).map(t -> Hue.of(t.hue())).orElse("")
                : "";
    }

    private static List<Said> lead(Programme programme, Facet facet, String value, PageReader reader) {
        if (facet != Facet.ROOM) {
            return List.of();
        }
        var lines = new java.util.ArrayList<Said>();
        programme.room(value).ifPresent(room -> {
            if (!room.venue().isEmpty()) {
                lines.add(Said.of(room.venue(), reader.language()));
            }
            if (room.capacity() > 0) {
                lines.add(new Said(reader.get("programme.room.seats", room.capacity()), null));
            }
        });
        return List.copyOf(lines);
    }
}
