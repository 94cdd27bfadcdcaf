package org.caravanserai.search;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.Publications;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Access;
import org.caravanserai.people.InstitutionDirectory;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Arrival;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewSql;
import org.caravanserai.review.reviewing.SqlNames;
import org.caravanserai.search.index.Finding.Place;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what was found, by the rules of the database as it is now: whatever the index says, nothing comes out that the
 * acting person may not see, and no text but the one that she may read.
 */
@Component
class HitReading {

    private static final String MINE = " (p.proposer = :me or exists (select 1 from contributor mine"
            + " where mine.proposal = p.id and mine.person = :me and mine.answer <> 'DECLINED')) ";

    private static final String VEILED = " (not" + MINE + "and p.meeting not in (:leads) and" + ReviewSql.BLIND + ") ";

    private static final String PROPOSALS = "select p.id, p.code, p.state, m.slug, m.name," + MINE + "," + VEILED + ","
            + ReviewSql.veiled("title", VEILED) + "," + ReviewSql.veiled("abstract_text", VEILED) + ","
            + " (select typing.title from draft typing where typing.proposal = p.id)"
            + " from proposal p join meeting m on m.id = p.meeting" + ReviewSql.PLAN
            + " where p.id in (:keys) and (" + MINE + "or (p.state <> 'DRAFT' and not" + ReviewSql.HIDDEN
            + "and (p.meeting in (:committees) or exists (select 1 from review_assignment a where a.proposal = p.id"
            + " and a.sub_reviewer = :me and a.state in" + ReviewSql.LIVE + "))))";

    private final JdbcClient jdbc;
    private final Access access;
    private final HiddenProposals hidden;
    private final Arrival arrival;
    private final Publications publications;
    private final Meetings meetings;
    private final InstitutionDirectory institutions;

    HitReading(
            JdbcClient jdbc,
            Access access,
            HiddenProposals hidden,
            Arrival arrival,
            Publications publications,
            Meetings meetings,
            InstitutionDirectory institutions) {
        this.jdbc = jdbc;
        this.access = access;
        this.hidden = hidden;
        this.arrival = arrival;
        this.publications = publications;
        this.meetings = meetings;
        this.institutions = institutions;
    }

    private record Read(SearchHit.OfProposal hit, boolean veiled) {}

    /** The proposals at these places, her own and others, in one statement. */
    Map<Place, SearchHit> proposals(Collection<Place> mine, Collection<Place> others) {
        var keys = new LinkedHashSet<UUID>();
        mine.forEach(place -> keys.add(UUID.fromString(place.key())));
        others.forEach(place -> keys.add(UUID.fromString(place.key())));
        var read = keys.isEmpty() ? Map.<String, Read>of() : read(keys);
        var hits = new HashMap<Place, SearchHit>();
        for (var place : mine) {
            Optional.ofNullable(read.get(place.key()))
                    .filter(r -> r.hit().own())
                    .ifPresent(r -> hits.put(place, r.hit()));
        }
        for (var place : others) {
            // What is veiled by now must not come out because the index found it by what is hidden.
            Optional.ofNullable(read.get(place.key()))
                    .filter(r -> !r.hit().own() && (place.veiled() || !r.veiled()))
                    .ifPresent(r -> hits.put(place, r.hit()));
        }
        return hits;
    }

    private Map<String, Read> read(Set<UUID> keys) {
        var leads = new LinkedHashSet<>(access.meetingsAs(Role.ORGANISER));
        leads.addAll(access.meetingsAs(Role.CHAIR));
        var committees = new LinkedHashSet<>(leads);
        committees.addAll(access.meetingsAs(Role.REVIEWER));
        var people = people(keys);
        var read = new HashMap<String, Read>();
        jdbc.sql(PROPOSALS)
                .param("keys", keys)
                .param("me", hidden.me())
                .param("leads", orNone(leads))
                .param("committees", orNone(committees))
                .param("now", arrival.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var own = row.getBoolean(6);
                    var title = LocalizedText.fromJson(row.getString(8));
                    var typing = Optional.ofNullable(row.getString(10)).map(LocalizedText::fromJson);
                    var hit = new SearchHit.OfProposal(
                            row.getString(4),
                            row.getString(2),
                            own ? typing.filter(t -> !t.isEmpty()).orElse(title) : title,
                            List.of(LocalizedText.fromJson(row.getString(9))),
                            row.getBoolean(7) ? List.of() : people.getOrDefault(row.getString(1), List.of()),
                            LocalizedText.fromJson(row.getString(5)),
                            ProposalState.valueOf(row.getString(3)),
                            own);
                    read.put(row.getString(1), new Read(hit, row.getBoolean(7)));
                });
        return read;
    }

    private Map<String, List<PersonName>> people(Set<UUID> proposals) {
        var people = new HashMap<String, List<PersonName>>();
        jdbc.sql("select c.proposal," + ReviewSql.NAME + "from contributor c join person pe on pe.id = c.person"
                        + " where c.proposal in (:keys) order by c.contributor_position")
                .param("keys", proposals)
                .query(row -> {
                    people.computeIfAbsent(row.getString(1), k -> new ArrayList<>())
                            .add(SqlNames.name(row, 2));
                });
        return people;
    }

    /** The sessions at these places, as they are published now. */
    Map<Place, SearchHit> sessions(Collection<Place> places) {
        var hits = new HashMap<Place, SearchHit>();
        for (var place : places) {
            place.meeting()
                    .flatMap(meeting -> publications.latest(new MeetingId(meeting)))
                    .flatMap(published -> PublishedHits.session(published.snapshot(), place.key()))
                    .ifPresent(session -> hits.put(place, session));
        }
        return hits;
    }

    /** The people at these places: their names, and what stands beside these wherever people are chosen. */
    Map<Place, SearchHit> people(Collection<Place> places) {
        var hits = new HashMap<Place, SearchHit>();
        if (places.isEmpty()) {
            return hits;
        }
        var byKey = new HashMap<String, Place>();
        places.forEach(place -> byKey.put(place.key(), place));
        var pages = pages();
        jdbc.sql("select pe.id, pe.code, pe.affiliation, pe.country," + ReviewSql.NAME
                        + "from person pe where pe.id in (:keys)")
                .param("keys", byKey.keySet().stream().map(UUID::fromString).toList())
                .query(row -> {
                    var place = byKey.get(row.getString(1));
                    if (place != null) {
                        hits.put(
                                place,
                                new SearchHit.OfPerson(
                                        SqlNames.name(row, 5),
                                        row.getString(3),
                                        row.getString(4),
                                        pages.getOrDefault(row.getString(2), "")));
                    }
                });
        return hits;
    }

    /** The institutions at these places. */
    Map<Place, SearchHit> institutions(Collection<Place> places) {
        var found = institutions.find(
                places.stream().map(place -> UUID.fromString(place.key())).toList());
        var hits = new HashMap<Place, SearchHit>();
        for (var place : places) {
            Optional.ofNullable(found.get(UUID.fromString(place.key())))
                    .ifPresent(institution -> hits.put(place, new SearchHit.OfInstitution(institution)));
        }
        return hits;
    }

    /** The addresses of people's pages in published programmes by their codes; of several, that of the latest meeting. */
    private Map<String, String> pages() {
        var pages = new HashMap<String, String>();
        for (var meeting : meetings.findByOpenTrueOrderByFirstDay()) {
            publications
                    .latest(meeting.id())
                    .ifPresent(published -> published
                            .snapshot()
                            .people()
                            .forEach(person -> pages.put(
                                    person.code(),
                                    "/m/" + published.snapshot().meeting().slug() + "/people/" + person.code())));
        }
        return pages;
    }

    private static Collection<UUID> orNone(Collection<UUID> keys) {
        return keys.isEmpty() ? List.of(ReviewPlan.ALL_TYPES) : keys;
    }
}
