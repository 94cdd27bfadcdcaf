package org.caravanserai.programme.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.meeting.RoomPlanView;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.PublicHandouts.Released;
import org.caravanserai.shell.FileSize;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Language;
import org.caravanserai.text.Markdown;
import org.jspecify.annotations.Nullable;

/**
 * A session as its page shows it.
 *
 * @param other the title in another language, shown small; null if there is none
 * @param onPlan whether a plan on the room's page shows where the room is
 * @param abstractHtml safe HTML
 */
public record SessionPage(
        Said meeting,
        Said title,
        @Nullable Said other,
        String hue,
        PageTimes.Moment when,
        String length,
        @Nullable Said room,
        String roomHref,
        boolean onPlan,
        @Nullable Said venue,
        String city,
        @Nullable Said type,
        List<TopicLink> topics,
        String talkLanguage,
        String slideLanguage,
        boolean cancelled,
        List<PersonLine> people,
        @Nullable String abstractLang,
        String abstractHtml,
        List<TalkLine> talks,
        List<FileLine> files,
        List<RelatedLine> related,
        Links links,
        String code,
        String day) {

    /** A topic that leads to all sessions on it. */
    public record TopicLink(Said name, String href, String hue) {}

    /** Another session on the same things, with the words that both say. */
    public record RelatedLine(PageTimes.Moment when, Said title, String href, String hue, String words) {}

    /** A person in a session; {@code role} is a message key's ending, empty for none. */
    public record PersonLine(
            Said name,
            Said besides,
            String href,
            String role,
            String affiliation,
            String affiliationHref,
            String country,
            String countryHref) {}

    /** A talk in a session. */
    public record TalkLine(
            PageTimes.Moment start,
            String length,
            Said title,
            List<PersonLine> people,
            @Nullable String abstractLang,
            String abstractHtml,
            String language,
            List<FileLine> files) {}

    /**
     * Slides or a paper to be saved.
     *
     * @param kind the name of a {@link org.caravanserai.programme.HandoutKind}
     * @param format what opens it, such as {@code PDF}
     * @param size in words
     */
    public record FileLine(String kind, String name, String href, String format, String size) {}

    static SessionPage of(
            Programme programme,
            SessionPart session,
            List<Programme.Related> relatedOnes,
            List<Released> handouts,
            List<RoomPlanView> plans,
            PageReader reader,
            Links links) {
        var language = reader.language();
        var times = PageTimes.of(programme.meeting(), language, reader.zone());
        var day = programme.dayOf(session);
        var title = session.title().in(language);
        var other = session.title().languages().stream()
                .filter(l -> l != title.language())
                .findFirst()
                .map(l -> new Said(session.title().exactly(l), l.tag()));
        var starts = programme.starts(session);
        var talks = new ArrayList<TalkLine>();
        for (int i = 0; i < session.talks().size(); i++) {
            var talk = session.talks().get(i);
            var text = talk.abstractText().in(language);
            talks.add(new TalkLine(
                    times.at(starts.get(i), day),
                    times.length(talk.minutes()),
                    Said.of(talk.title(), language),
                    lines(programme, talk.people(), language, links),
                    lang(text.language(), language),
                    Markdown.html(text.text()),
                    talk.talkLanguage().equals(session.talkLanguage())
                            ? ""
                            : Named.language(talk.talkLanguage(), language),
                    files(handouts, talk.key(), session, language, links)));
        }
        var text = session.abstractText().in(language);
        var topics = programme.topics(session);
        return new SessionPage(
                Said.of(programme.meeting().name(), language),
                Said.of(session.title(), language),
                other.orElse(null),
                topics.isEmpty() ? "" : Hue.of(topics.getFirst().hue()),
                times.between(session.start(), session.end(), null),
                times.length(session.minutes()),
                programme.room(session).map(r -> Said.of(r.name(), language)).orElse(null),
                programme
                        .room(session)
                        .map(r -> links.room(programme.address(r)))
                        .orElse(""),
                programme
                        .room(session)
                        .filter(r -> plans.stream().anyMatch(p -> PlanPage.shows(p, r.key())))
                        .isPresent(),
                programme
                        .room(session)
                        .filter(r -> !r.venue().isEmpty())
                        .map(r -> Said.of(r.venue(), language))
                        .orElse(null),
                times.city(),
                programme.type(session).map(t -> Said.of(t.name(), language)).orElse(null),
                topics.stream()
                        .map(t ->
                                new TopicLink(Said.of(t.name(), language), links.topic(t.topicKey()), Hue.of(t.hue())))
                        .toList(),
                Named.language(session.talkLanguage(), language),
                session.slideLanguage().equals(session.talkLanguage())
                        ? ""
                        : Named.language(session.slideLanguage(), language),
                session.cancelled(),
                lines(programme, session.people(), language, links),
                lang(text.language(), language),
                Markdown.html(text.text()),
                List.copyOf(talks),
                files(handouts, session.key(), session, language, links),
                relatedOnes.stream()
                        .map(r -> related(programme, r, language, times, links))
                        .toList(),
                links,
                session.code(),
                day.toString());
    }

    private static List<PersonLine> lines(Programme programme, List<RolePart> roles, Language language, Links links) {
        return roles.stream()
                .flatMap(role -> programme.person(role).stream().map(p -> line(p, role.role(), language, links)))
                .toList();
    }

    private static List<FileLine> files(
            List<Released> handouts, UUID part, SessionPart session, Language language, Links links) {
        return handouts.stream()
                .filter(h -> h.part().equals(part))
                .map(h -> new FileLine(
                        h.kind().name(),
                        h.name(),
                        links.file(session.code(), h.key().toString()),
                        FileSize.format(h.name()),
                        FileSize.inWords(language, h.size())))
                .toList();
    }

    private static RelatedLine related(
            Programme programme, Programme.Related related, Language language, PageTimes times, Links links) {
        var session = related.session();
        var topics = programme.topics(session);
        return new RelatedLine(
                times.between(session.start(), session.end(), null),
                Said.of(session.title(), language),
                links.session(session.code()),
                topics.isEmpty() ? "" : Hue.of(topics.getFirst().hue()),
                String.join(" · ", related.words()));
    }

    static PersonLine line(PersonPart person, String role, Language language, Links links) {
        return new PersonLine(
                Said.name(person.name(), language),
                Said.besides(person.name(), language),
                links.person(person.code()),
                role,
                person.affiliation(),
                links.institution(Programme.institutionAddress(person)),
                Named.country(person.country(), language),
                links.country(person.country()));
    }

    private static @Nullable String lang(Language text, Language page) {
        return text == page ? null : text.tag();
    }
}
