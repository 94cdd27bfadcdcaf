package org.caravanserai.review.reviewing;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.AffiliationChanged;
import org.caravanserai.people.InstitutionDirectory;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.caravanserai.proposal.ContributorsChanged;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalSubmitted;
import org.caravanserai.text.Folding;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds conflicts of interest: who is on a proposal, works where one of its contributors works, or is or was on another
 * proposal together with one. Found for reviewers and track chairs; organisers, who run the whole meeting, are kept from
 * their own proposals alone. What a chair dismissed stays dismissed while its cause lasts; what has lost its cause goes.
 */
@Service
@Internal
public class ConflictFinding {

    private static final String COMMITTEE = """
            select pe.id, pe.institution, pe.affiliation, pe.family, pe.published,
                   (exists (select 1 from reviewer r where r.meeting = :meeting and r.person = pe.id
                            and r.state <> 'DECLINED')
                    or exists (select 1 from role_grant g where g.meeting = :meeting and g.person = pe.id
                               and g.role in ('CHAIR', 'REVIEWER')))
            from (select r.person from reviewer r where r.meeting = :meeting
                  union select g.person from role_grant g where g.meeting = :meeting
                        and g.role in ('ORGANISER', 'CHAIR', 'REVIEWER')) member
            join person pe on pe.id = member.person
            """;

    private static final String ON_PROPOSALS = """
            select pe.id, pe.institution, pe.affiliation, pe.family, pe.published, p.id
            from proposal p join contributor c on c.proposal = p.id and c.answer <> 'DECLINED'
            join person pe on pe.id = c.person where p.meeting = :meeting and p.state <> 'DRAFT'
            """;

    private static final String TOGETHER = """
            select distinct p.id, other.person, pe.published
            from proposal p join contributor c on c.proposal = p.id and c.answer <> 'DECLINED'
            join contributor also on also.person = c.person and also.proposal <> p.id and also.answer <> 'DECLINED'
            join proposal earlier on earlier.id = also.proposal and earlier.state <> 'DRAFT'
            join contributor other on other.proposal = also.proposal and other.person <> c.person
                 and other.answer <> 'DECLINED'
            join person pe on pe.id = c.person
            where p.meeting = :meeting and p.state <> 'DRAFT' and other.person in (:committee)
            """;

    private final Conflicts conflicts;
    private final Reviewers reviewers;
    private final ProposalLocks locks;
    private final Assignments assignments;
    private final InstitutionDirectory institutions;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Clock clock;

    ConflictFinding(
            Conflicts conflicts,
            Reviewers reviewers,
            ProposalLocks locks,
            Assignments assignments,
            InstitutionDirectory institutions,
            JdbcClient jdbc,
            EntityManager entities,
            Clock clock) {
        this.conflicts = conflicts;
        this.reviewers = reviewers;
        this.locks = locks;
        this.assignments = assignments;
        this.institutions = institutions;
        this.jdbc = jdbc;
        this.entities = entities;
        this.clock = clock;
    }

    private record Someone(UUID person, Optional<UUID> institution, String affiliation, String family, String name) {}

    private record Named(Someone who, UUID proposal) {}

    private record Pair(UUID proposal, UUID person, ConflictKind kind) {}

    /**
     * What a search came to.
     *
     * @param found how many are new
     * @param gone how many have lost their cause
     */
    public record Result(int found, int gone) {}

    /** Looks at everybody and everything of a meeting. */
    @Internal
    @Transactional
    public Result search(MeetingId meeting) {
        return search(meeting, Optional.empty(), Optional.empty());
    }

    /** Looks at one proposal. */
    @Internal
    @Transactional
    public Result search(MeetingId meeting, ProposalId proposal) {
        return search(meeting, Optional.of(proposal.value()), Optional.empty());
    }

    /** Looks at one person of a committee. */
    @Internal
    @Transactional
    public Result search(MeetingId meeting, PersonId person) {
        return search(meeting, Optional.empty(), Optional.of(person.value()));
    }

    @EventListener
    @Transactional
    void on(ProposalSubmitted event) {
        search(event.meeting(), event.proposal());
    }

    @EventListener
    @Transactional
    void on(ContributorsChanged event) {
        jdbc.sql("select meeting from proposal where id = ? and state <> 'DRAFT'")
                .param(event.proposal().value())
                .query((row, number) -> new MeetingId(row.getObject(1, UUID.class)))
                .optional()
                .ifPresent(meeting -> search(meeting, event.proposal()));
    }

    @EventListener
    @Transactional
    void on(AffiliationChanged event) {
        var person = event.person();
        jdbc.sql("select distinct p.id, p.meeting from contributor c join proposal p on p.id = c.proposal"
                        + " where c.person = ? and c.answer <> 'DECLINED' and p.state <> 'DRAFT'")
                .param(person.value())
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .forEach(e -> search(new MeetingId(e.getValue()), new ProposalId(e.getKey())));
        var meetings = new HashSet<UUID>();
        reviewers
                .findByPerson(person.value())
                .forEach(r -> meetings.add(r.meeting().value()));
        jdbc.sql("select meeting from role_grant where person = ? and role in ('ORGANISER', 'CHAIR', 'REVIEWER')")
                .param(person.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .forEach(meetings::add);
        meetings.forEach(m -> search(new MeetingId(m), person));
    }

    private Result search(MeetingId meeting, Optional<UUID> proposal, Optional<UUID> person) {
        // What this transaction has changed is not in the tables yet.
        entities.flush();
        var causes = causes(meeting, proposal, person);
        var stored = stored(meeting, proposal, person);
        var known = stored.stream()
                .map(c -> new Pair(c.proposal().value(), c.person().value(), c.kind()))
                .collect(Collectors.toSet());
        var gone = stored.stream()
                .filter(c -> !causes.containsKey(
                        new Pair(c.proposal().value(), c.person().value(), c.kind())))
                .toList();
        conflicts.deleteAll(gone);
        var fresh = causes.keySet().stream().filter(p -> !known.contains(p)).toList();
        if (!fresh.isEmpty()) {
            add(meeting, fresh, causes);
        }
        return new Result(fresh.size(), gone.size());
    }

    private void add(MeetingId meeting, List<Pair> fresh, Map<Pair, String> causes) {
        var touched = fresh.stream().map(Pair::proposal).collect(Collectors.toCollection(LinkedHashSet::new));
        locks.hold(touched);
        var barred = new HashSet<Map.Entry<UUID, UUID>>();
        var added = new ArrayList<Conflict>();
        for (var pair : fresh) {
            added.add(new Conflict(
                    meeting,
                    new ProposalId(pair.proposal()),
                    new PersonId(pair.person()),
                    pair.kind(),
                    causes.getOrDefault(pair, ""),
                    null,
                    clock));
            barred.add(Map.entry(pair.proposal(), pair.person()));
        }
        conflicts.saveAll(added);
        assignments.findByMeeting(meeting.value()).stream()
                .filter(a -> a.state().isLive()
                        && barred.contains(
                                Map.entry(a.proposal().value(), a.person().value())))
                .forEach(a -> {
                    a.release("");
                    assignments.save(a);
                });
    }

    private List<Conflict> stored(MeetingId meeting, Optional<UUID> proposal, Optional<UUID> person) {
        var all = proposal.isPresent()
                ? conflicts.findByProposal(proposal.get())
                : person.isPresent()
                        ? conflicts.findByMeetingAndPerson(meeting.value(), person.get())
                        : conflicts.findByMeeting(meeting.value());
        return all.stream().filter(c -> c.kind().isFound()).toList();
    }

    private Map<Pair, String> causes(MeetingId meeting, Optional<UUID> proposal, Optional<UUID> person) {
        var members = new ArrayList<Someone>();
        var everywhere = new HashSet<UUID>();
        jdbc.sql(COMMITTEE + person.map(p -> " where pe.id = :person").orElse(""))
                .param("meeting", meeting.value())
                .param("person", person.orElse(meeting.value()))
                .query((row, number) -> {
                    var member = someone(row);
                    members.add(member);
                    if (row.getBoolean(6)) {
                        everywhere.add(member.person());
                    }
                    return number;
                })
                .list();
        var causes = new LinkedHashMap<Pair, String>();
        if (members.isEmpty()) {
            return causes;
        }
        var on = on(meeting, proposal);
        var lineages = lineages(members, on);
        var index = new Index(
                members.stream().filter(m -> everywhere.contains(m.person())).toList(), lineages);
        var keys = members.stream().map(Someone::person).collect(Collectors.toSet());
        for (var named : on) {
            if (keys.contains(named.who().person())) {
                causes.put(new Pair(named.proposal(), named.who().person(), ConflictKind.OWN_PROPOSAL), "");
            }
            index.compare(named.who(), named.proposal(), causes);
        }
        if (!everywhere.isEmpty()) {
            together(meeting, proposal, everywhere, causes);
        }
        // Who is on a proposal needs no other reason.
        causes.keySet()
                .removeIf(pair -> pair.kind() != ConflictKind.OWN_PROPOSAL
                        && causes.containsKey(new Pair(pair.proposal(), pair.person(), ConflictKind.OWN_PROPOSAL)));
        return causes;
    }

    private List<Named> on(MeetingId meeting, Optional<UUID> proposal) {
        return jdbc.sql(ON_PROPOSALS
                        + proposal.map(p -> " and p.id = :proposal").orElse(""))
                .param("meeting", meeting.value())
                .param("proposal", proposal.orElse(meeting.value()))
                .query((row, number) -> new Named(someone(row), row.getObject(6, UUID.class)))
                .list();
    }

    /** Each institution with those that it belongs to. */
    private Map<UUID, Set<UUID>> lineages(List<Someone> members, List<Named> on) {
        var keys = Stream.concat(members.stream(), on.stream().map(Named::who))
                .flatMap(s -> s.institution().stream())
                .collect(Collectors.toSet());
        var lineages = new HashMap<UUID, Set<UUID>>();
        institutions.ancestors(keys).forEach((institution, above) -> {
            var lineage = new HashSet<>(above);
            lineage.add(institution);
            lineages.put(institution, lineage);
        });
        return lineages;
    }

    private void together(
            MeetingId meeting, Optional<UUID> proposal, Collection<UUID> committee, Map<Pair, String> causes) {
        jdbc.sql(TOGETHER + proposal.map(p -> " and p.id = :proposal").orElse("") + " order by 1, 2, 3")
                .param("meeting", meeting.value())
                .param("proposal", proposal.orElse(meeting.value()))
                .param("committee", committee)
                .query((row, number) -> causes.putIfAbsent(
                        new Pair(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                ConflictKind.CO_CONTRIBUTOR),
                        row.getString(3)))
                .list();
    }

    private static Someone someone(ResultSet row) throws SQLException {
        return new Someone(
                row.getObject(1, UUID.class),
                SqlNames.key(row, 2),
                Folding.fold(row.getString(3)),
                Folding.fold(row.getString(4)),
                row.getString(5));
    }

    /** The members of a committee by where they work. */
    private static final class Index {

        private final Map<UUID, List<Someone>> byInstitution = new HashMap<>();
        private final Map<UUID, List<Someone>> byAncestor = new HashMap<>();
        private final Map<String, List<Someone>> byAffiliation = new HashMap<>();

        private final Map<UUID, Set<UUID>> lineages;

        Index(List<Someone> members, Map<UUID, Set<UUID>> lineages) {
            this.lineages = lineages;
            for (var member : members) {
                member.institution().ifPresent(i -> {
                    put(byInstitution, i, member);
                    lineages.getOrDefault(i, Set.of()).forEach(a -> put(byAncestor, a, member));
                });
                if (!member.affiliation().isEmpty()) {
                    put(byAffiliation, member.affiliation(), member);
                }
            }
        }

        void compare(Someone on, UUID proposal, Map<Pair, String> causes) {
            var same = new HashSet<Someone>();
            on.institution().ifPresent(i -> same.addAll(byInstitution.getOrDefault(i, List.of())));
            same.addAll(byAffiliation.getOrDefault(on.affiliation(), List.of()));
            for (var member : same) {
                var kind = !on.family().isEmpty() && on.family().equals(member.family())
                        ? ConflictKind.SAME_FAMILY_NAME
                        : ConflictKind.SAME_INSTITUTION;
                causes.putIfAbsent(new Pair(proposal, member.person(), ConflictKind.SAME_INSTITUTION), on.name());
                causes.putIfAbsent(new Pair(proposal, member.person(), kind), on.name());
            }
            Set<UUID> lineage = on.institution()
                    .map(i -> lineages.getOrDefault(i, Set.of()))
                    .orElse(Set.of());
            for (var ancestor : lineage) {
                for (var member : byAncestor.getOrDefault(ancestor, List.of())) {
                    if (!same.contains(member)) {
                        causes.putIfAbsent(
                                new Pair(proposal, member.person(), ConflictKind.ANCESTOR_INSTITUTION), on.name());
                    }
                }
            }
        }

        private static <K> void put(Map<K, List<Someone>> index, K key, Someone member) {
            index.computeIfAbsent(key, k -> new ArrayList<>()).add(member);
        }
    }
}
