package org.caravanserai.programme.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.ProgrammeFilter;
import org.caravanserai.programme.web.ProgrammeAsked.Form;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/**
 * A programme, or the part of it that a reader asked for, as the page shows it.
 *
 * @param heading the meeting's name
 * @param dates its dates and city
 * @param forms the forms in which it can be laid out
 * @param tabs its days, and all of them where the form can show that
 * @param day the day that the address states; may be empty
 * @param form the form's name in addresses
 * @param groups the sessions found, by day; empty where {@code grid} shows them
 * @param count how many were found
 * @param shown how many of them the page shows
 * @param among how many there are without filters on what the page shows
 * @param filters what restricts it
 */
public record ProgrammePage(
        Said heading,
        String dates,
        List<Tab> forms,
        List<Tab> tabs,
        String day,
        String form,
        String words,
        ProgrammeFilters filters,
        List<Choice> zones,
        String stateLanguage,
        List<Group> groups,
        @Nullable ProgrammeGrid grid,
        int count,
        int shown,
        int among,
        String city,
        @Nullable String ownCity,
        Links links,
        int release,
        String publishedAt) {

    private static final int MOST_CARDS = 500;
    private static final int MOST_LINES = 1_500;

    /** Something that can be chosen by a link, such as a day. */
    public record Tab(String label, String href, boolean current) {}

    /** A value that can be chosen in a field. */
    public record Choice(
            String value, String label, @Nullable String lang, boolean chosen) {}

    /** The sessions of a day; {@code title} is null when the page shows one day alone. */
    public record Group(@Nullable String title, List<Block> blocks) {}

    /** The sessions that start together. */
    public record Block(PageTimes.Moment start, List<SessionCard> cards) {}

    static ProgrammePage of(Programme programme, ProgrammeAsked asked, PageReader reader, Instant now) {
        return new Making(programme, asked, reader).page(now);
    }

    private static final class Making {

        private final Programme programme;
        private final ProgrammeAsked asked;
        private final PageReader reader;
        private final Language language;
        private final PageTimes times;
        private final Links links;

        Making(Programme programme, ProgrammeAsked asked, PageReader reader) {
            this.programme = programme;
            this.asked = asked;
            this.reader = reader;
            this.language = reader.language();
            this.times = PageTimes.of(programme.meeting(), language, reader.zone());
            this.links = Links.of(programme.meeting().slug(), asked.tz(), asked.lang());
        }

        ProgrammePage page(Instant now) {
            var filter = asked.filter().on(day(now));
            var found = programme.find(filter);
            var most = asked.form() == Form.LIST ? MOST_LINES : MOST_CARDS;
            var shown = found.size() > most ? found.subList(0, most) : found;
            var day = filter.day();
            var grid = asked.form() == Form.GRID && day != null
                    ? ProgrammeGrid.of(programme, shown, new GridWriter(day))
                    : null;
            var meeting = programme.meeting();
            return new ProgrammePage(
                    Said.of(meeting.name(), language),
                    Moments.days(language, meeting.firstDay(), meeting.lastDay()) + " · " + times.city(),
                    forms(),
                    tabs(day),
                    asked.filter().day() == null ? "" : asked.filter().day().toString(),
                    asked.form() == Form.DAY ? "" : asked.form().parameter(),
                    filter.words(),
                    ProgrammeFilters.of(programme, asked, filter, reader, links),
                    ZoneChoices.of(meeting, reader),
                    asked.lang(),
                    grid == null ? groups(shown, day == null) : List.of(),
                    grid,
                    found.size(),
                    shown.size(),
                    programme.find(ProgrammeFilter.NONE.on(day)).size(),
                    times.city(),
                    times.ownCity(),
                    links,
                    programme.release(),
                    Moments.full(language, programme.publishedAt(), programme.zone(), times.city()));
        }

        /** The day to show; null for all. A grid always shows one: where none is asked for, the first that has something. */
        private @Nullable LocalDate day(Instant now) {
            var filter = asked.filter();
            if (filter.day() != null) {
                return filter.day();
            }
            if (asked.form() == Form.GRID && filter.narrows()) {
                var found = programme.find(filter);
                return found.isEmpty() ? programme.openingDay(now) : programme.dayOf(found.getFirst());
            }
            return asked.form() == Form.LIST || filter.narrows() ? null : programme.openingDay(now);
        }

        private List<Tab> forms() {
            var forms = new ArrayList<Tab>();
            for (var form : Form.values()) {
                forms.add(new Tab(
                        reader.get("programme.form." + form.name()),
                        links.programme(asked.as(form).query()),
                        form == asked.form()));
            }
            return forms;
        }

        private List<Tab> tabs(@Nullable LocalDate current) {
            var tabs = new ArrayList<Tab>();
            if (asked.form() == Form.LIST
                    || asked.form() == Form.DAY && asked.filter().narrows()) {
                tabs.add(tab(reader.get("programme.allDays"), null, current == null));
            }
            for (var day : programme.days()) {
                tabs.add(tab(Moments.shortDay(language, day), day, day.equals(current)));
            }
            return tabs;
        }

        private Tab tab(String label, @Nullable LocalDate day, boolean current) {
            return new Tab(
                    label, links.programme(asked.with(asked.filter().on(day)).query()), current);
        }

        private List<Group> groups(List<SessionPart> sessions, boolean titled) {
            var byDay = new LinkedHashMap<LocalDate, LinkedHashMap<Instant, List<SessionCard>>>();
            for (var session : sessions) {
                byDay.computeIfAbsent(programme.dayOf(session), d -> new LinkedHashMap<>())
                        .computeIfAbsent(session.start(), s -> new ArrayList<>())
                        .add(card(session));
            }
            var groups = new ArrayList<Group>();
            for (var day : byDay.entrySet()) {
                var blocks = new ArrayList<Block>();
                for (Map.Entry<Instant, List<SessionCard>> start :
                        day.getValue().entrySet()) {
                    blocks.add(new Block(times.at(start.getKey(), day.getKey()), start.getValue()));
                }
                groups.add(new Group(titled ? Moments.day(language, day.getKey()) : null, blocks));
            }
            return groups;
        }

        private SessionCard card(SessionPart session) {
            return SessionCard.of(programme, session, language, times, links);
        }

        private final class GridWriter implements ProgrammeGrid.Writer {

            private final LocalDate day;

            GridWriter(LocalDate day) {
                this.day = day;
            }

            @Override
            public PageTimes.Moment at(Instant time) {
                return times.at(time, day);
            }

            @Override
            public ProgrammeGrid.Column column(@Nullable RoomPart room) {
                return room == null
                        ? new ProgrammeGrid.Column(null, "")
                        : new ProgrammeGrid.Column(Said.of(room.name(), language), links.room(programme.address(room)));
            }

            @Override
            public SessionCard card(SessionPart session) {
                return Making.this.card(session);
            }
        }
    }
}
