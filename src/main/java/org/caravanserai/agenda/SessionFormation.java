package org.caravanserai.agenda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.optimiser.AgendaProblem;
import org.caravanserai.agenda.optimiser.SessionForming;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms sessions out of confirmed talks that wait by themselves, by topic and language, with countries mixed. */
@Service
public class SessionFormation {

    private final Sessions sessions;
    private final SessionPersons persons;
    private final Placements placements;
    private final Proposals proposals;
    private final TalkGathering gathering;
    private final AgendaNotes notes;
    private final MeetingDirectory directory;
    private final LiveAgendas agendas;
    private final JdbcClient jdbc;

    SessionFormation(
            Sessions sessions,
            SessionPersons persons,
            Placements placements,
            Proposals proposals,
            TalkGathering gathering,
            AgendaNotes notes,
            MeetingDirectory directory,
            LiveAgendas agendas,
            JdbcClient jdbc) {
        this.sessions = sessions;
        this.persons = persons;
        this.placements = placements;
        this.proposals = proposals;
        this.gathering = gathering;
        this.notes = notes;
        this.directory = directory;
        this.agendas = agendas;
        this.jdbc = jdbc;
    }

    /**
     * A session that would be formed.
     *
     * @param language the BCP 47 tag of what is spoken
     * @param countries how many countries its people come from
     */
    public record FormedSession(
            LocalizedText title, String language, int minutes, int countries, List<FormedTalk> talks) {}

    /** A talk of it, which waits as a session of its own. */
    public record FormedTalk(SessionId waiting, String code, LocalizedText title, int minutes) {}

    private record Forming(MeetingView meeting, List<Session> waiting, List<SessionForming.Formed> formed) {}

    /** How many talks wait by themselves. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public int waiting(MeetingId meeting) {
        return waiting(view(meeting)).size();
    }

    /** What sessions of at most so many minutes would be formed. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public List<FormedSession> preview(MeetingId meeting, int longest) {
        var forming = forming(meeting, longest);
        var countries = countries(meeting);
        var titles = titles(forming);
        var preview = new ArrayList<FormedSession>();
        for (var i = 0; i < forming.formed().size(); i++) {
            var formed = forming.formed().get(i);
            var own = new HashSet<Integer>();
            var talks = new ArrayList<FormedTalk>();
            for (var talk : formed.talks()) {
                var session = forming.waiting().get(talk);
                own.addAll(countries.getOrDefault(session.key(), Set.of()));
                talks.add(new FormedTalk(session.id(), session.code(), session.title(), session.minutes()));
            }
            preview.add(new FormedSession(
                    titles.get(i), formed.language(), formed.minutes(), own.size(), List.copyOf(talks)));
        }
        return List.copyOf(preview);
    }

    /**
     * Forms them; each waits to be placed.
     *
     * @param type the session type they are to be of
     * @throws Refusal if no talks wait, or the type cannot hold talks
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public List<SessionId> form(MeetingId meeting, UUID type, int longest) {
        var forming = forming(meeting, longest);
        if (forming.meeting()
                .type(type)
                .filter(MeetingView.TypeView::mayHoldTalks)
                .isEmpty()) {
            throw Refusal.at("type", "optimiser.form.type");
        }
        if (forming.formed().isEmpty()) {
            throw Refusal.of("optimiser.form.none");
        }
        var titles = titles(forming);
        var made = new ArrayList<SessionId>();
        for (var i = 0; i < forming.formed().size(); i++) {
            made.add(make(forming, forming.formed().get(i), titles.get(i), type).id());
        }
        agendas.changed(meeting);
        return List.copyOf(made);
    }

    /**
     * Takes the forming back: the talks wait by themselves again.
     *
     * @throws Refusal if one of the sessions has been placed since
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void dissolve(MeetingId meeting, List<SessionId> formed) {
        for (var id : formed) {
            var session = sessions.findById(id.value())
                    .filter(found -> found.meeting().equals(meeting))
                    .orElseThrow(() -> Refusal.of("agenda.place.gone"));
            if (placements.findBySession(session.key()).isPresent() || wasMoved(session)) {
                throw Refusal.of("optimiser.form.placed");
            }
            gathering.scatter(session);
            notes.deleteBySession(session.key());
            sessions.delete(session);
        }
        agendas.changed(meeting);
    }

    private boolean wasMoved(Session session) {
        return jdbc.sql("select count(*) from placement_move where session = :session")
                        .param("session", session.key())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Session make(Forming forming, SessionForming.Formed formed, LocalizedText title, UUID type) {
        var talks = formed.talks().stream().map(forming.waiting()::get).toList();
        var session = new Session(
                forming.meeting().id(), type, title, Math.clamp(formed.minutes(), Session.SHORTEST, Session.LONGEST));
        session.describe(
                title,
                LocalizedText.EMPTY,
                talks.getFirst().topics().stream().limit(1).toList(),
                formed.language(),
                talks.getFirst().slideLanguage(),
                talks.stream().mapToInt(Session::expectedAudience).max().orElse(0));
        sessions.saveAndFlush(session);
        for (var talk : talks) {
            gathering.join(
                    session,
                    proposals.findById(talk.proposal().orElseThrow().value()).orElseThrow());
        }
        // News are for what others did.
        notes.deleteBySession(session.key());
        return session;
    }

    private Forming forming(MeetingId id, int longest) {
        var meeting = view(id);
        var waiting = waiting(meeting);
        var countries = countries(id);
        var people = new HashMap<UUID, Set<Integer>>();
        persons.ofMeeting(id.value())
                .forEach(person -> people.computeIfAbsent(person.session().value(), key -> new HashSet<>())
                        .add(person.person().hashCode()));
        var talks = waiting.stream()
                .map(session -> new SessionForming.Talk(
                        session.minutes(),
                        topic(meeting, session),
                        session.talkLanguage(),
                        countries.getOrDefault(session.key(), Set.of()),
                        people.getOrDefault(session.key(), Set.of())))
                .toList();
        return new Forming(meeting, waiting, new SessionForming(longest).form(talks));
    }

    private MeetingView view(MeetingId meeting) {
        return directory.byId(meeting).orElseThrow(() -> Refusal.of("agenda.place.gone"));
    }

    private List<Session> waiting(MeetingView meeting) {
        var placed = new HashSet<UUID>();
        placements
                .findByMeeting(meeting.id().value())
                .forEach(each -> placed.add(each.session().value()));
        return sessions.findByMeeting(meeting.id().value()).stream()
                .filter(session -> !session.isCancelled()
                        && session.proposal().isPresent()
                        && !placed.contains(session.key())
                        && meeting.type(session.sessionType())
                                .filter(type -> type.kind() == SessionType.Kind.TALK)
                                .isPresent())
                .sorted(Comparator.comparing(Session::code))
                .toList();
    }

    private Map<UUID, Set<Integer>> countries(MeetingId meeting) {
        var ofPerson = new HashMap<UUID, String>();
        persons.personsOf(meeting.value()).forEach(person -> ofPerson.put(person.key(), person.country()));
        var countries = new HashMap<UUID, Set<Integer>>();
        for (var person : persons.ofMeeting(meeting.value())) {
            var country = ofPerson.getOrDefault(person.person().value(), "");
            if (!country.isEmpty()) {
                countries
                        .computeIfAbsent(person.session().value(), key -> new HashSet<>())
                        .add(country.hashCode());
            }
        }
        return countries;
    }

    private static int topic(MeetingView meeting, Session session) {
        for (var i = 0; i < meeting.topics().size() && !session.topics().isEmpty(); i++) {
            if (meeting.topics().get(i).key().equals(session.topics().getFirst())) {
                return i;
            }
        }
        return AgendaProblem.NO_TOPIC;
    }

    /** The topic's name, numbered where it has several; without a topic, the title of the first talk. */
    private static List<LocalizedText> titles(Forming forming) {
        var all = new HashMap<Integer, Integer>();
        forming.formed().forEach(formed -> all.merge(formed.topic(), 1, Integer::sum));
        var sofar = new HashMap<Integer, Integer>();
        var titles = new ArrayList<LocalizedText>();
        for (var formed : forming.formed()) {
            var number = sofar.merge(formed.topic(), 1, Integer::sum);
            var name = formed.topic() == AgendaProblem.NO_TOPIC
                    ? forming.waiting().get(formed.talks().getFirst()).title()
                    : forming.meeting().topics().get(formed.topic()).name();
            var numbered =
                    formed.topic() != AgendaProblem.NO_TOPIC && Objects.requireNonNull(all.get(formed.topic())) > 1;
            titles.add(numbered ? name.map(text -> text + " " + number) : name);
        }
        return List.copyOf(titles);
    }
}
