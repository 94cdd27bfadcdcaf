package org.caravanserai.programme.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/**
 * A programme, or the part of it that a reader asked for, as the page shows it.
 *
 * @param heading the meeting's name
 * @param dates its dates and city
 * @param tabs its days
 * @param groups the sessions found, by day
 * @param count how many were found
 * @param shown how many of them the page shows
 * @param allDays whether sessions of several days may be among them
 */
public record ProgrammePage(
        Said heading,
        String dates,
        List<Tab> tabs,
        String day,
        String words,
        String topic,
        List<Choice> topics,
        List<Choice> zones,
        String stateLanguage,
        List<Group> groups,
        int count,
        int shown,
        boolean allDays,
        boolean filtered,
        String city,
        @Nullable String ownCity,
        Links links,
        int release,
        String publishedAt) {

    private static final int MOST_SHOWN = 500;

    /** A day that can be chosen. */
    public record Tab(String label, String href, boolean current) {}

    /** A value that can be chosen in a field. */
    public record Choice(
            String value, String label, @Nullable String lang, boolean chosen) {}

    /** The sessions of a day; {@code title} is null when the page shows one day alone. */
    public record Group(@Nullable String title, List<Block> blocks) {}

    /** The sessions that start together. */
    public record Block(PageTimes.Moment start, List<Card> cards) {}

    /** A session in brief. */
    public record Card(
            String hue,
            Said title,
            String href,
            String length,
            @Nullable Said room,
            List<Said> people,
            String type,
            @Nullable String typeLang,
            @Nullable Said topic,
            String language,
            boolean cancelled) {}

    /** What a reader asked for, as far as it makes sense; what does not is left out of it. */
    record Asked(@Nullable LocalDate day, String topic, String words, String tz, String lang, boolean sensible) {

        static Asked of(Programme programme, String day, String topic, String words, String tz, String lang) {
            var sensible = true;
            LocalDate date = null;
            if (!day.isEmpty()) {
                try {
                    date = LocalDate.parse(day);
                } catch (DateTimeParseException e) {
                    sensible = false;
                }
                if (date != null && !programme.days().contains(date)) {
                    date = null;
                    sensible = false;
                }
            }
            var known = programme.topic(topic).isPresent();
            if (!topic.isEmpty() && !known) {
                sensible = false;
            }
            return new Asked(date, known ? topic : "", words, tz, lang, sensible);
        }
    }

    static ProgrammePage of(Programme programme, Asked asked, PageReader reader, java.time.Instant now) {
        return new Making(programme, asked, reader).page(now);
    }

    private static final class Making {

        private final Programme programme;
        private final Asked asked;
        private final PageReader reader;
        private final Language language;
        private final PageTimes times;
        private final Links links;

        Making(Programme programme, Asked asked, PageReader reader) {
            this.programme = programme;
            this.asked = asked;
            this.reader = reader;
            this.language = reader.language();
            this.times = PageTimes.of(programme.meeting(), language, reader.zone());
            this.links = Links.of(programme.meeting().slug(), asked.tz(), asked.lang());
        }

        ProgrammePage page(java.time.Instant now) {
            var searching = !asked.topic().isEmpty() || !asked.words().isEmpty();
            var day = asked.day() != null || searching ? asked.day() : programme.openingDay(now);
            var found = programme.find(new Programme.Question(day, asked.topic(), asked.words()));
            var shown = found.size() > MOST_SHOWN ? found.subList(0, MOST_SHOWN) : found;
            var meeting = programme.meeting();
            return new ProgrammePage(
                    said(meeting.name()),
                    Moments.days(language, meeting.firstDay(), meeting.lastDay()) + " · " + times.city(),
                    tabs(day),
                    asked.day() == null ? "" : asked.day().toString(),
                    asked.words(),
                    asked.topic(),
                    topics(),
                    ZoneChoices.of(meeting, reader),
                    asked.lang(),
                    groups(shown, day == null),
                    found.size(),
                    shown.size(),
                    day == null,
                    searching,
                    times.city(),
                    times.ownCity(),
                    links,
                    programme.release(),
                    Moments.full(language, programme.publishedAt(), programme.zone(), times.city()));
        }

        private List<Tab> tabs(@Nullable LocalDate current) {
            var tabs = new ArrayList<Tab>();
            var narrowing = (asked.topic().isEmpty() ? "" : "&topic=" + Links.encode(asked.topic()))
                    + (asked.words().isEmpty() ? "" : "&q=" + Links.encode(asked.words()));
            for (var day : programme.days()) {
                tabs.add(new Tab(
                        Moments.shortDay(language, day),
                        links.programme("day=" + day + narrowing),
                        day.equals(current)));
            }
            return tabs;
        }

        private List<Choice> topics() {
            return programme.agenda().topics().stream()
                    .map(t -> {
                        var name = said(t.name());
                        return new Choice(
                                t.topicKey(),
                                name.text(),
                                name.lang(),
                                t.topicKey().equals(asked.topic()));
                    })
                    .toList();
        }

        private List<Group> groups(List<SessionPart> sessions, boolean titled) {
            var byDay = new LinkedHashMap<LocalDate, LinkedHashMap<java.time.Instant, List<Card>>>();
            for (var session : sessions) {
                byDay.computeIfAbsent(programme.dayOf(session), d -> new LinkedHashMap<>())
                        .computeIfAbsent(session.start(), s -> new ArrayList<>())
                        .add(card(session));
            }
            var groups = new ArrayList<Group>();
            for (var day : byDay.entrySet()) {
                var blocks = new ArrayList<Block>();
                for (Map.Entry<java.time.Instant, List<Card>> start :
                        day.getValue().entrySet()) {
                    blocks.add(new Block(times.at(start.getKey(), day.getKey()), start.getValue()));
                }
                groups.add(new Group(titled ? Moments.day(language, day.getKey()) : null, blocks));
            }
            return groups;
        }

        private Card card(SessionPart session) {
            return Cards.of(programme, session, language, times, links);
        }

        private Said said(LocalizedText text) {
            return Said.of(text, language);
        }
    }

    /** Makes cards, for every page that lists sessions. */
    static final class Cards {

        private Cards() {}

        static Card of(Programme programme, SessionPart session, Language language, PageTimes times, Links links) {
            var topics = programme.topics(session);
            var type = programme.type(session).map(t -> Said.of(t.name(), language));
            return new Card(
                    topics.isEmpty() ? "" : Hue.of(topics.getFirst().hue()),
                    Said.of(session.title(), language),
                    links.session(session.code()),
                    times.length(session.minutes()),
                    programme
                            .room(session)
                            .map(r -> Said.of(r.name(), language))
                            .orElse(null),
                    programme.everyone(session).stream()
                            .map(p -> Said.name(p.name(), language))
                            .toList(),
                    type.map(Said::text).orElse(""),
                    type.map(Said::lang).orElse(null),
                    topics.isEmpty() ? null : Said.of(topics.getFirst().name(), language),
                    languageName(session.talkLanguage(), language),
                    session.cancelled());
        }
    }

    /** A language's name in the reader's language; the empty string for none. */
    static String languageName(String tag, Language reader) {
        if (tag.isEmpty()) {
            return "";
        }
        return com.ibm.icu.text.LocaleDisplayNames.getInstance(
                        reader.icuLocale(), com.ibm.icu.text.LocaleDisplayNames.DialectHandling.STANDARD_NAMES)
                .localeDisplayName(tag);
    }

    /** The zones offered to a reader: the meeting's, those of the six countries, and some where readers often are. */
    static final class ZoneChoices {

        private static final List<String> ZONES = List.of(
                "Asia/Almaty",
                "Asia/Bishkek",
                "Asia/Dushanbe",
                "Asia/Ashgabat",
                "Asia/Tashkent",
                "Asia/Tokyo",
                "Asia/Seoul",
                "Asia/Shanghai",
                "Asia/Kolkata",
                "Asia/Dubai",
                "Europe/Moscow",
                "Europe/Istanbul",
                "Europe/Berlin",
                "Europe/London",
                "America/New_York",
                "America/Los_Angeles",
                "UTC");

        private ZoneChoices() {}

        static List<Choice> of(org.caravanserai.agenda.AgendaSnapshot.MeetingPart meeting, PageReader reader) {
            var day = meeting.firstDay().atTime(12, 0);
            var own = reader.zone().map(ZoneId::getId).orElse("");
            var choices = new ArrayList<Choice>();
            choices.add(new Choice(
                    meeting.zone(),
                    meeting.city().text(reader.language()) + offset(ZoneId.of(meeting.zone()), day),
                    null,
                    own.isEmpty() || own.equals(meeting.zone())));
            var ids = new ArrayList<>(ZONES);
            if (!own.isEmpty() && !ids.contains(own)) {
                ids.add(own);
            }
            for (var id : ids) {
                if (!id.equals(meeting.zone())) {
                    var zone = ZoneId.of(id);
                    choices.add(new Choice(
                            id,
                            (id.equals("UTC") ? "UTC" : Moments.city(reader.language(), zone)) + offset(zone, day),
                            null,
                            id.equals(own)));
                }
            }
            return choices;
        }

        private static String offset(ZoneId zone, java.time.LocalDateTime day) {
            var offset = zone.getRules().getOffset(day);
            return offset.getTotalSeconds() == 0
                    ? " (UTC)"
                    : " (UTC" + offset.getId().replace("-", "−") + ")";
        }
    }
}
