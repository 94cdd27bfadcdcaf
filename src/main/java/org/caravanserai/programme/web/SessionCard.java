package org.caravanserai.programme.web;

import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.Hue;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * A session in brief, for every page that lists sessions.
 *
 * @param time when it starts and ends, in the meeting's zone
 * @param until when it ends, for machines
 * @param room null for all rooms
 */
public record SessionCard(
        String code,
        String hue,
        Said title,
        String href,
        String time,
        String length,
        String until,
        @Nullable Said room,
        List<Said> people,
        String type,
        @Nullable String typeLang,
        @Nullable Said topic,
        String language,
        boolean cancelled) {

    static SessionCard of(Programme programme, SessionPart session, Language language, PageTimes times, Links links) {
        var topics = programme.topics(session);
        var type = programme.type(session).map(t -> Said.of(t.name(), language));
        return new SessionCard(
                session.code(),
                topics.isEmpty() ? "" : Hue.of(topics.getFirst().hue()),
                Said.of(session.title(), language),
                links.session(session.code()),
                times.span(session.start(), session.end()),
                times.length(session.minutes()),
                session.end().toString(),
                programme.room(session).map(r -> Said.of(r.name(), language)).orElse(null),
                programme.everyone(session).stream()
                        .map(p -> Said.name(p.name(), language))
                        .toList(),
                type.map(Said::text).orElse(""),
                type.map(Said::lang).orElse(null),
                topics.isEmpty() ? null : Said.of(topics.getFirst().name(), language),
                // Nobody speaks in a break.
                programme.isBreak(session) ? "" : Named.language(session.talkLanguage(), language),
                session.cancelled());
    }
}
