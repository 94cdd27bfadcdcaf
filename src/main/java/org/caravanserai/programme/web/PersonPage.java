package org.caravanserai.programme.web;

import java.util.List;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.programme.Programme;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Markdown;
import org.jspecify.annotations.Nullable;

/**
 * A person of a programme as her page shows her.
 *
 * @param biographyHtml safe HTML
 * @param sessions in which she takes part, by start
 */
public record PersonPage(
        Said meeting,
        Said name,
        Said besides,
        String affiliation,
        String affiliationHref,
        String country,
        String countryHref,
        String orcid,
        @Nullable String biographyLang,
        String biographyHtml,
        List<Appearance> sessions,
        Links links) {

    /** A session in which the person takes part. */
    public record Appearance(PageTimes.Moment when, SessionCard card) {}

    static PersonPage of(Programme programme, PersonPart person, PageReader reader, Links links) {
        var language = reader.language();
        var times = PageTimes.of(programme.meeting(), language, reader.zone());
        var biography = person.biography().in(language);
        return new PersonPage(
                Said.of(programme.meeting().name(), language),
                Said.name(person.name(), language),
                Said.besides(person.name(), language),
                person.affiliation(),
                links.institution(Programme.institutionAddress(person)),
                Named.country(person.country(), language),
                links.country(person.country()),
                person.orcid(),
                biography.language() == language ? null : biography.language().tag(),
                Markdown.html(biography.text()),
                programme.sessionsOf(person).stream()
                        .map(s -> new Appearance(
                                times.between(s.start(), s.end(), null),
                                SessionCard.of(programme, s, language, times, links)))
                        .toList(),
                links);
    }
}
