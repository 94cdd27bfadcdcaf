package org.caravanserai.programme.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.programme.NowAndNext;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is on now and next, as its page and the screens of halls show it.
 *
 * @param day today at the meeting
 * @param clock what time it is
 * @param everywhere what is on in all rooms at once
 * @param over whether nothing more comes
 */
public record NowPage(
        Said meeting,
        String day,
        PageTimes.Moment clock,
        List<Line> everywhere,
        List<Room> rooms,
        boolean over,
        Links links) {

    /** A room. */
    public record Room(
            Said name,
            String href,
            List<Line> now,
            @Nullable Line next) {}

    /** A session that is on or comes; {@code time} leaves the day out when it is today. */
    public record Line(
            PageTimes.Moment time,
            Said title,
            String href,
            String hue,
            List<Said> people,
            @Nullable Said type) {}

    static NowPage of(Programme programme, Instant now, PageReader reader, Links links) {
        return new Making(programme, now, reader, reader.zone(), links).page(NowAndNext.at(programme, now));
    }

    /** What the screen of one hall shows: times of the meeting's zone and of another one, which is chosen if none is asked for. */
    static NowPage screen(Programme programme, RoomPart room, Instant now, PageReader reader, Links links) {
        var other = reader.zone()
                .filter(z -> !z.equals(programme.zone()))
                .or(() -> Optional.of(
                        ZoneId.of(programme.zone().getId().equals("Asia/Tokyo") ? "Asia/Almaty" : "Asia/Tokyo")));
        var all = NowAndNext.at(programme, now);
        return new Making(programme, now, reader, other, links)
                .page(new NowAndNext(all.everywhere(), List.of(NowAndNext.in(programme, room, now))));
    }

    private static final class Making {

        private final Programme programme;
        private final Instant now;
        private final Language language;
        private final LocalDate today;
        private final PageTimes times;
        private final Links links;

        Making(Programme programme, Instant now, PageReader reader, Optional<ZoneId> other, Links links) {
            this.programme = programme;
            this.now = now;
            this.language = reader.language();
            this.today = LocalDate.ofInstant(now, programme.zone());
            this.times = PageTimes.of(programme.meeting(), language, other);
            this.links = links;
        }

        NowPage page(NowAndNext shown) {
            return new NowPage(
                    Said.of(programme.meeting().name(), language),
                    org.caravanserai.text.Moments.day(language, today),
                    times.at(now, today),
                    shown.everywhere().stream().map(this::line).toList(),
                    shown.rooms().stream().map(this::room).toList(),
                    shown.everywhere().isEmpty()
                            && shown.rooms().stream()
                                    .allMatch(r -> r.now().isEmpty() && r.next().isEmpty()),
                    links);
        }

        private Room room(NowAndNext.InRoom in) {
            return new Room(
                    Said.of(in.room().name(), language),
                    links.room(programme.address(in.room())),
                    in.now().stream().map(this::line).toList(),
                    in.next().map(this::line).orElse(null));
        }

        private Line line(SessionPart session) {
            var topics = programme.topics(session);
            return new Line(
                    times.between(session.start(), session.end(), today),
                    Said.of(session.title(), language),
                    links.session(session.code()),
                    topics.isEmpty() ? "" : Hue.of(topics.getFirst().hue()),
                    programme.everyone(session).stream()
                            .map(p -> Said.name(p.name(), language))
                            .toList(),
                    programme
                            .type(session)
                            .map(t -> Said.of(t.name(), language))
                            .orElse(null));
        }
    }
}
