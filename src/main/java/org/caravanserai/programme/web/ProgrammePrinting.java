package org.caravanserai.programme.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TalkPart;
import org.caravanserai.programme.PeopleIndex;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.ProgrammeFilter;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Markdown;
import org.caravanserai.text.Moments;
import org.jspecify.annotations.Nullable;

/** Lays a release out as a document: in one language, with abstracts in those that were chosen. */
final class ProgrammePrinting {

    private final Programme programme;
    private final PrintedKind kind;
    private final List<Language> texts;
    private final PageReader reader;
    private final Language language;
    private final PageTimes times;
    private final Map<UUID, List<PrintedProgramme.Reference>> references = new HashMap<>();

    private ProgrammePrinting(Programme programme, PrintedKind kind, List<Language> texts, PageReader reader) {
        this.programme = programme;
        this.kind = kind;
        this.texts = texts;
        this.reader = reader;
        this.language = reader.language();
        this.times = PageTimes.of(programme.meeting(), language, Optional.empty());
    }

    /**
     * A document.
     *
     * @param texts the languages of the abstracts; where one has none of them, it stands in what the reader would get
     */
    static PrintedProgramme of(
            Programme programme, PrintedKind kind, List<Language> texts, PageReader reader, String address) {
        return new ProgrammePrinting(programme, kind, texts, reader).document(address);
    }

    private PrintedProgramme document(String address) {
        var meeting = programme.meeting();
        var days = new ArrayList<PrintedProgramme.Day>();
        for (var day : programme.days()) {
            var items = programme.find(ProgrammeFilter.NONE.on(day)).stream()
                    .filter(s -> kind == PrintedKind.PROGRAMME || !programme.isBreak(s))
                    .map(this::item)
                    .toList();
            if (!items.isEmpty()) {
                days.add(new PrintedProgramme.Day("day-" + day, Moments.day(language, day), items));
            }
        }
        var name = Said.of(meeting.name(), language);
        var first = programme.agenda().sessions().stream()
                .findFirst()
                .map(SessionPart::start)
                .orElse(programme.publishedAt());
        return new PrintedProgramme(
                kind,
                language.tag(),
                reader.get("print.kind." + kind.word()) + " · " + name.text(),
                name,
                other(meeting.name()),
                Moments.days(language, meeting.firstDay(), meeting.lastDay()) + " · " + times.city(),
                reader.get("print.times", times.city(), Moments.offset(first, programme.zone())),
                reader.get(
                        "programme.release",
                        programme.release(),
                        Moments.full(language, programme.publishedAt(), programme.zone(), times.city())),
                address,
                days,
                index());
    }

    private PrintedProgramme.Item item(SessionPart session) {
        var anchor = "s-" + session.code();
        var topics = programme.topics(session);
        refer(session.people(), session.start(), anchor);
        var facts = new ArrayList<Said>();
        programme.type(session).ifPresent(t -> facts.add(Said.of(t.name(), language)));
        topics.forEach(t -> facts.add(Said.of(t.name(), language)));
        if (kind == PrintedKind.ABSTRACTS && !session.talkLanguage().isEmpty()) {
            facts.add(new Said(Named.language(session.talkLanguage(), language), null));
        }
        var starts = programme.starts(session);
        var talks = new ArrayList<PrintedProgramme.Talk>();
        for (int i = 0; i < session.talks().size(); i++) {
            talks.add(talk(session.talks().get(i), starts.get(i), "t-" + session.code() + "-" + (i + 1)));
        }
        return new PrintedProgramme.Item(
                anchor,
                Moments.time(language, session.start(), programme.zone()),
                times.span(session.start(), session.end()),
                programme.room(session).map(r -> Said.of(r.name(), language)).orElse(null),
                Said.of(session.title(), language),
                other(session.title()),
                topics.isEmpty() ? "" : Hue.of(topics.getFirst().hue()),
                facts,
                programme.isBreak(session),
                session.cancelled(),
                people(session.people()),
                texts(session.abstractText()),
                talks);
    }

    private PrintedProgramme.Talk talk(TalkPart talk, Instant start, String anchor) {
        refer(talk.people(), start, anchor);
        return new PrintedProgramme.Talk(
                anchor,
                times.span(start, start.plusSeconds(talk.minutes() * 60L)),
                Said.of(talk.title(), language),
                other(talk.title()),
                people(talk.people()),
                texts(talk.abstractText()));
    }

    private void refer(List<RolePart> roles, Instant start, String anchor) {
        var when = Moments.shortDay(language, LocalDate.ofInstant(start, programme.zone())) + ", "
                + Moments.time(language, start, programme.zone());
        for (var role : roles) {
            var known = references.computeIfAbsent(role.person(), k -> new ArrayList<>());
            // Who opens a session and gives its first talk is found once.
            if (known.stream().noneMatch(r -> r.when().equals(when))) {
                known.add(new PrintedProgramme.Reference(when, "#" + anchor));
            }
        }
    }

    private List<PrintedProgramme.Person> people(List<RolePart> roles) {
        return roles.stream()
                .flatMap(role -> programme.person(role).stream().map(p -> person(p, role.role())))
                .toList();
    }

    private PrintedProgramme.Person person(PersonPart person, String role) {
        var country = Named.country(person.country(), language);
        return new PrintedProgramme.Person(
                Said.name(person.name(), language),
                besides(person),
                role.isEmpty() ? "" : reader.get("proposal.role." + role),
                person.affiliation() + (person.affiliation().isEmpty() || country.isEmpty() ? "" : ", ") + country);
    }

    /** The other form of a name, unless it is the same. */
    private Said besides(PersonPart person) {
        var other = Said.besides(person.name(), language);
        return other.text().equals(person.name().in(language)) ? new Said("", null) : other;
    }

    private List<PrintedProgramme.Text> texts(LocalizedText text) {
        if (kind == PrintedKind.PROGRAMME || text.isEmpty()) {
            return List.of();
        }
        var chosen = texts.stream().filter(l -> !text.exactly(l).isBlank()).toList();
        var shown = chosen.isEmpty() ? List.of(text.in(language).language()) : chosen;
        return shown.stream()
                .map(l -> new PrintedProgramme.Text(
                        l == language ? null : l.tag(),
                        shown.size() > 1 || l != language ? l.ownName() : "",
                        Markdown.html(text.exactly(l))))
                .toList();
    }

    private List<PrintedProgramme.Letter> index() {
        var named = programme.agenda().people().stream()
                .filter(p -> references.containsKey(p.key()))
                .toList();
        return PeopleIndex.of(named, language).stream()
                .map(group -> new PrintedProgramme.Letter(
                        group.letter(), group.people().stream().map(this::line).toList()))
                .toList();
    }

    private PrintedProgramme.Line line(PersonPart person) {
        return new PrintedProgramme.Line(
                Said.name(person.name(), language),
                besides(person),
                person.affiliation(),
                references.getOrDefault(person.key(), List.of()));
    }

    /** A title's own words where the reader sees a translation, or else the English ones; null if she sees all there is. */
    private @Nullable Said other(LocalizedText title) {
        var shown = title.in(language).language();
        return title.languages().stream()
                .filter(l -> l != shown)
                .findFirst()
                .map(l -> new Said(title.exactly(l), l.tag()))
                .orElse(null);
    }
}
