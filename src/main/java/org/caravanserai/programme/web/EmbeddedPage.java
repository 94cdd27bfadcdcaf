package org.caravanserai.programme.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.web.ProgrammeAsked.Form;
import org.caravanserai.programme.web.ProgrammePage.Block;
import org.caravanserai.programme.web.ProgrammePage.Group;
import org.caravanserai.programme.web.ProgrammePage.Tab;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/**
 * A programme, a part of it or one session of it within another site's page. Its days change within the frame; all else
 * leads to the full page.
 *
 * @param parts what it is restricted to, in words
 * @param full the same on its own page
 * @param tabs its days; empty where all that is shown is shown at once
 * @param list whether a line stands for each session
 * @param shown how many of the sessions found are shown
 * @param theme {@code light} or {@code dark}; null to follow the reader's device
 */
public record EmbeddedPage(
        Said meeting,
        String dates,
        List<Said> parts,
        String full,
        List<Tab> tabs,
        boolean list,
        List<Group> groups,
        int count,
        int shown,
        String city,
        @Nullable String ownCity,
        @Nullable String theme) {

    /** A programme, or what is asked for of it. */
    static EmbeddedPage of(
            Programme programme, ProgrammeAsked asked, @Nullable String theme, PageReader reader, Instant now) {
        var laid = asked.form() == Form.GRID ? asked.as(Form.DAY) : asked;
        var page = ProgrammePage.of(programme, laid, reader, now);
        return new EmbeddedPage(
                page.heading(),
                page.dates(),
                page.filters().taken().stream()
                        .map(ProgrammeFilters.Taken::value)
                        .toList(),
                page.links().programme(laid.query()),
                laid.form() == Form.LIST || laid.filter().narrows()
                        ? List.of()
                        : tabs(programme, laid, page.links(), theme, reader, now),
                laid.form() == Form.LIST,
                page.groups(),
                page.count(),
                page.shown(),
                page.city(),
                page.ownCity(),
                theme);
    }

    /** One session. */
    static EmbeddedPage of(
            Programme programme, SessionPart session, @Nullable String theme, PageReader reader, Links links) {
        var language = reader.language();
        var meeting = programme.meeting();
        var times = PageTimes.of(meeting, language, reader.zone());
        var day = programme.dayOf(session);
        var block = new Block(
                times.at(session.start(), day), List.of(SessionCard.of(programme, session, language, times, links)));
        return new EmbeddedPage(
                Said.of(meeting.name(), language),
                Moments.days(language, meeting.firstDay(), meeting.lastDay()) + " · " + times.city(),
                List.of(),
                links.session(session.code()),
                List.of(),
                false,
                List.of(new Group(Moments.day(language, day), List.of(block))),
                1,
                1,
                times.city(),
                times.ownCity(),
                theme);
    }

    private static List<Tab> tabs(
            Programme programme,
            ProgrammeAsked asked,
            Links links,
            @Nullable String theme,
            PageReader reader,
            Instant now) {
        var stated = asked.filter().day();
        var current = stated == null ? programme.openingDay(now) : stated;
        var tabs = new ArrayList<Tab>();
        for (var day : programme.days()) {
            var query = asked.with(asked.filter().on(day)).query() + (theme == null ? "" : "&theme=" + theme);
            tabs.add(new Tab(Moments.shortDay(reader.language(), day), links.embedded(query), day.equals(current)));
        }
        return tabs;
    }
}
