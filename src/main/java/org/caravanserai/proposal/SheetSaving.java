package org.caravanserai.proposal;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.proposal.ProposalImport.Progress;
import org.caravanserai.proposal.ProposalImport.Receipt;
import org.caravanserai.proposal.sheet.PlannedProposal;
import org.caravanserai.proposal.sheet.Surroundings;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes planned proposals, a few at a time: a persistence context that held thousands would be compared anew at every
 * query of those who listen.
 */
@Component
class SheetSaving {

    private static final int CHUNK = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Proposals proposals;
    private final Contributors contributors;
    private final Revisions revisions;
    private final Persons persons;
    private final SheetImports imports;
    private final ImportedProposals imported;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final Access access;
    private final Clock clock;

    SheetSaving(
            Proposals proposals,
            Contributors contributors,
            Revisions revisions,
            Persons persons,
            SheetImports imports,
            ImportedProposals imported,
            EntityManager entities,
            AuditTrail audit,
            Access access,
            Clock clock) {
        this.proposals = proposals;
        this.contributors = contributors;
        this.revisions = revisions;
        this.persons = persons;
        this.imports = imports;
        this.imported = imported;
        this.entities = entities;
        this.audit = audit;
        this.access = access;
        this.clock = clock;
    }

    /** One import on its way. */
    private record Run(
            MeetingId meeting,
            SheetUpload.Waiting sheet,
            SheetImport of,
            PersonId me,
            Map<String, PersonId> known,
            Map<String, PersonId> chosen,
            Map<String, PersonId> made,
            Map<UUID, LocalizedText> typeNames,
            Map<UUID, LocalizedText> topicNames) {}

    Receipt save(
            MeetingId meeting,
            SheetUpload.Waiting sheet,
            List<PlannedProposal> wanted,
            SheetPeople.Matched matched,
            Map<String, PersonId> chosen,
            Progress progress) {
        var me = access.me().orElseThrow(() -> Refusal.of("sheet.gone"));
        var of = imports.save(new SheetImport(meeting, me, sheet.fileName(), wanted.size(), clock));
        var run = new Run(
                meeting,
                sheet,
                of,
                me,
                matched.known(),
                chosen,
                new HashMap<>(),
                sheet.surroundings().types().stream()
                        .collect(Collectors.toMap(Surroundings.Type::key, Surroundings.Type::name)),
                sheet.surroundings().topics().stream()
                        .collect(Collectors.toMap(Surroundings.Topic::key, Surroundings.Topic::name)));
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            progress.at(from, wanted.size());
            if (progress.isCancelled()) {
                throw Refusal.of("sheet.cancelled");
            }
            chunk(run, wanted.subList(from, Math.min(from + CHUNK, wanted.size())));
        }
        audit.record(
                "imported",
                "Meeting",
                meeting.value(),
                JSON.writeValueAsString(Map.of("file", sheet.fileName(), "proposals", wanted.size())));
        if (progress.isCancelled()) {
            throw Refusal.of("sheet.cancelled");
        }
        progress.at(wanted.size(), wanted.size());
        return new Receipt(of.key(), wanted.size(), run.made().size());
    }

    private void chunk(Run run, List<PlannedProposal> chunk) {
        var newPersons = new ArrayList<Person>();
        var made = new ArrayList<Proposal>();
        var people = new ArrayList<Contributor>();
        var texts = new ArrayList<Revision>();
        var origins = new ArrayList<Origin>();
        for (var planned : chunk) {
            var who = people(run, planned, newPersons);
            var proposal = proposal(run, planned, proposer(run, who));
            var listed = contributors(proposal, who);
            made.add(proposal);
            people.addAll(listed);
            texts.add(new Revision(proposal.id(), 1, null, snapshot(run, planned, proposal), clock));
            origins.add(new Origin(planned, proposal, listed.size()));
        }
        persons.saveAll(newPersons);
        var stored = proposals.saveAll(made);
        contributors.saveAll(people);
        revisions.saveAll(texts);
        // Those who listen to later steps find the people in place.
        for (int i = 0; i < stored.size(); i++) {
            advance(stored.get(i), origins.get(i).planned().state());
        }
        proposals.saveAllAndFlush(stored);
        entities.clear();
        // Only what is stored tells whether somebody touches it later: listeners may have written too.
        var versions = new HashMap<UUID, Long>();
        proposals
                .versions(made.stream().map(Proposal::key).toList())
                .forEach(row -> versions.put((UUID) row[0], (Long) row[1]));
        imported.saveAll(origins.stream()
                .map(o -> new ImportedProposal(
                        run.of(),
                        o.proposal().key(),
                        versions.getOrDefault(o.proposal().key(), 0L),
                        o.planned().row(),
                        o.planned().externalId(),
                        o.planned().notes(),
                        o.people()))
                .toList());
        entities.flush();
        entities.clear();
    }

    private record Origin(PlannedProposal planned, Proposal proposal, int people) {}

    /** Someone on a proposal: known by her address, chosen by an organiser, or new. */
    private record Who(PersonId person, String email, ContributorRole role, boolean chosen) {}

    private List<Who> people(Run run, PlannedProposal planned, List<Person> newPersons) {
        var who = new ArrayList<Who>();
        var named = new HashSet<PersonId>();
        for (int i = 0; i < planned.people().size(); i++) {
            var person = planned.people().get(i);
            var key = ProposalImport.key(planned, i, run.sheet());
            var known = Optional.ofNullable(run.known().get(key));
            var chosen = Optional.ofNullable(run.chosen().get(key));
            var id = known.or(() -> chosen)
                    .orElseGet(() -> run.made().computeIfAbsent(key, k -> {
                        var fresh = new Person(person.name());
                        fresh.affiliate(null, person.affiliation(), person.country());
                        newPersons.add(fresh);
                        return fresh.id();
                    }));
            // A name that stands twice in one cell is one person there.
            if (named.add(id)) {
                who.add(new Who(id, person.email(), person.role(), known.isEmpty() && chosen.isPresent()));
            }
        }
        return who;
    }

    /** The first who is surely she; the organiser where there is none. Whoever was chosen by name is asked first. */
    private static PersonId proposer(Run run, List<Who> who) {
        return who.stream()
                .filter(w -> !w.chosen())
                .findFirst()
                .map(Who::person)
                .orElse(run.me());
    }

    private static List<Contributor> contributors(Proposal proposal, List<Who> who) {
        var listed = new ArrayList<Contributor>();
        for (var each : who) {
            listed.add(Contributor.imported(
                    proposal.id(),
                    listed.size(),
                    each.person(),
                    each.email(),
                    each.role(),
                    each.chosen() ? Contributor.Answer.INVITED : Contributor.Answer.CONFIRMED));
        }
        return listed;
    }

    private Proposal proposal(Run run, PlannedProposal planned, PersonId proposer) {
        var proposal = new Proposal(run.meeting(), proposer, planned.type(), planned.minutes(), clock);
        proposal.write(
                new Proposal.Content(
                        planned.type(),
                        planned.title(),
                        planned.abstractText(),
                        planned.topics(),
                        planned.minutes(),
                        planned.talkLanguage(),
                        planned.slideLanguage(),
                        planned.audience(),
                        null),
                clock);
        proposal.answer(planned.answers());
        proposal.submit(clock);
        return proposal;
    }

    private static Map<String, String> snapshot(Run run, PlannedProposal planned, Proposal proposal) {
        return Snapshots.of(
                proposal,
                run.typeNames().getOrDefault(planned.type(), LocalizedText.EMPTY),
                planned.topics().stream()
                        .map(topic -> run.topicNames().getOrDefault(topic, LocalizedText.EMPTY))
                        .toList(),
                planned.people().stream()
                        .map(p -> Snapshots.line(p.name().published(), p.role()))
                        .toList(),
                List.of());
    }

    private void advance(Proposal proposal, ProposalState state) {
        switch (state) {
            // No sheet says draft, and none can ask for a revision: that needs a day by which.
            case DRAFT, SUBMITTED, REVISING -> {}
            case UNDER_REVIEW -> proposal.beginReview(clock);
            case ACCEPTED -> proposal.accept(clock);
            case WAITING -> proposal.putOnWaitingList(clock);
            case DECLINED -> proposal.decline(clock);
            case CONFIRMED -> {
                proposal.accept(clock);
                proposal.confirm(clock);
            }
            case WITHDRAWN -> proposal.withdraw(clock);
            case CANCELLED -> {
                proposal.accept(clock);
                proposal.confirm(clock);
                proposal.cancel(clock);
            }
        }
    }
}
