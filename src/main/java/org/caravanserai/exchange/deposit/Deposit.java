package org.caravanserai.exchange.deposit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.people.Ror;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The abstracts of a release as a deposit holds them: a paper for each session and each talk that has an abstract and takes
 * place. A paper keeps its DOI from release to release, so that depositing again corrects and never doubles.
 *
 * @param batch tells this deposit from others
 * @param address the whole address of the programme
 * @param doi of the proceedings
 * @param published the day on which the first release came out, where the meeting is
 */
record Deposit(
        DepositDetails details,
        String batch,
        Instant at,
        AgendaSnapshot.MeetingPart meeting,
        String address,
        String doi,
        LocalDate published,
        List<Paper> papers) {

    /** The language of what is said of the meeting, and of titles where they are in it: what registries are read in. */
    static final Language MAIN = Language.EN;

    /**
     * A paper.
     *
     * @param language that it is held in; null if it is not one of ours
     * @param address the whole address of its page
     */
    record Paper(
            String doi,
            String address,
            @Nullable Language language,
            LocalizedText title,
            LocalizedText text,
            List<Author> authors) {}

    /** Who had a part in a paper; {@code role} as Crossref calls it. */
    record Author(PersonPart person, String role, @Nullable Ror institution) {}

    /**
     * A deposit of all abstracts of a release.
     *
     * @param first when the meeting's first release came out
     * @param base where this installation is reached, without a final slash
     * @param institutions by person, where one is known for what is published of her
     */
    static Deposit of(
            PublishedAgenda agenda,
            Instant first,
            Map<UUID, Ror> institutions,
            DepositDetails details,
            String base,
            Instant now) {
        var snapshot = agenda.snapshot();
        var meeting = snapshot.meeting();
        var people = new HashMap<UUID, PersonPart>();
        snapshot.people().forEach(p -> people.put(p.key(), p));
        var address = base + "/m/" + meeting.slug();
        var doi = details.prefix() + "/" + meeting.slug();
        var papers = new ArrayList<Paper>();
        for (var session : snapshot.sessions()) {
            if (!session.cancelled()) {
                papers.addAll(papers(session, doi, address, people, institutions));
            }
        }
        return new Deposit(
                details,
                meeting.slug() + "-" + agenda.number() + "-" + now.toEpochMilli(),
                now,
                meeting,
                address + "/programme",
                doi,
                LocalDate.ofInstant(first, ZoneId.of(meeting.zone())),
                List.copyOf(papers));
    }

    private static List<Paper> papers(
            SessionPart session,
            String doi,
            String address,
            Map<UUID, PersonPart> people,
            Map<UUID, Ror> institutions) {
        var papers = new ArrayList<Paper>();
        var page = address + "/sessions/" + session.code();
        if (!session.abstractText().isEmpty()) {
            papers.add(new Paper(
                    doi + "." + session.code().toLowerCase(Locale.ROOT),
                    page,
                    Language.ofTag(session.talkLanguage()).orElse(null),
                    session.title(),
                    session.abstractText(),
                    authors(session.people(), people, institutions)));
        }
        for (var talk : session.talks()) {
            if (!talk.abstractText().isEmpty()) {
                papers.add(new Paper(
                        // A talk may move to another session; its key goes with it.
                        doi + "." + talk.key(),
                        page,
                        Language.ofTag(talk.talkLanguage()).orElse(null),
                        talk.title(),
                        talk.abstractText(),
                        authors(talk.people(), people, institutions)));
            }
        }
        return papers;
    }

    /** Those who wrote it before those who convene it, each once and in the order of the programme; interpreters did neither. */
    private static List<Author> authors(
            List<RolePart> roles, Map<UUID, PersonPart> people, Map<UUID, Ror> institutions) {
        var authors = new LinkedHashMap<UUID, Author>();
        roles.stream()
                .filter(r -> !r.role().equals("INTERPRETER") && people.containsKey(r.person()))
                .sorted(Comparator.comparing(r -> r.role().equals("CONVENER")))
                .forEach(r -> {
                    var person = people.get(r.person());
                    if (person != null) {
                        authors.putIfAbsent(
                                r.person(),
                                new Author(
                                        person,
                                        r.role().equals("CONVENER") ? "chair" : "author",
                                        institutions.get(r.person())));
                    }
                });
        return List.copyOf(authors.values());
    }
}
