package org.caravanserai.programme.web;

import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.programme.PersonalProgramme;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Moments;

/**
 * A reader's own programme as its page shows it.
 *
 * @param device the stars that her device stated; may be empty
 * @param offered a session that she is about to star
 * @param subscribing how her calendar application reads her stars; empty without an account
 */
public record MinePage(
        Said meeting,
        List<Day> days,
        int count,
        boolean signedIn,
        String device,
        String signIn,
        List<Offer> offered,
        List<Subscribing> subscribing,
        Links links) {

    /** A day with its sessions. */
    public record Day(String title, List<Line> lines) {}

    /** A session with those that go on at the same time. */
    public record Line(PageTimes.Moment when, SessionCard card, List<Overlap> overlaps) {}

    /** A session at the same time; {@code time} says when, in the meeting's zone. */
    public record Overlap(Said title, String href, String time) {}

    /** A session that can be starred. */
    public record Offer(String code, Said title) {}

    /**
     * Whether she has a secret address for her calendar application.
     *
     * @param made the address, on the one page that tells it
     */
    public record Subscribing(boolean exists, List<Feed> made) {}

    static MinePage of(
            Programme programme,
            PersonalProgramme mine,
            boolean signedIn,
            String device,
            List<SessionPart> offered,
            List<Subscribing> subscribing,
            PageReader reader,
            Links links) {
        var language = reader.language();
        var times = PageTimes.of(programme.meeting(), language, reader.zone());
        var days = mine.days().stream()
                .map(day -> new Day(
                        Moments.day(language, day.date()),
                        day.sessions().stream()
                                .map(chosen -> new Line(
                                        times.between(
                                                chosen.session().start(),
                                                chosen.session().end(),
                                                day.date()),
                                        SessionCard.of(programme, chosen.session(), language, times, links),
                                        chosen.overlaps().stream()
                                                .map(o -> new Overlap(
                                                        Said.of(o.title(), language),
                                                        links.session(o.code()),
                                                        times.span(o.start(), o.end()) + " " + times.city()))
                                                .toList()))
                                .toList()))
                .toList();
        return new MinePage(
                Said.of(programme.meeting().name(), language),
                days,
                mine.count(),
                signedIn,
                device,
                "/sign-in?to="
                        + Links.encode(
                                offered.isEmpty()
                                        ? links.mine()
                                        : links.mine(offered.getFirst().code())),
                offered.stream()
                        .map(s -> new Offer(s.code(), Said.of(s.title(), language)))
                        .toList(),
                subscribing,
                links);
    }
}
