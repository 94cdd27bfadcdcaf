package org.caravanserai.proposal;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.SignedIn;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells which sheets were taken in, and undoes one: what nobody has touched since is withdrawn. */
@Service
public class ImportUndoing {

    private static final int MOST = 20;
    private static final int CHUNK = 100;

    private final SheetImports imports;
    private final ImportedProposals imported;
    private final Proposals proposals;
    private final Drafts drafts;
    private final StoredProposalFiles files;
    private final Contributors contributors;
    private final Persons persons;
    private final ProposalAccess access;
    private final EntityManager entities;
    private final Clock clock;

    ImportUndoing(
            SheetImports imports,
            ImportedProposals imported,
            Proposals proposals,
            Drafts drafts,
            StoredProposalFiles files,
            Contributors contributors,
            Persons persons,
            ProposalAccess access,
            EntityManager entities,
            Clock clock) {
        this.imports = imports;
        this.imported = imported;
        this.proposals = proposals;
        this.drafts = drafts;
        this.files = files;
        this.contributors = contributors;
        this.persons = persons;
        this.access = access;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A sheet that was taken in.
     *
     * @param undoneAt when it was undone; empty if it was not
     * @param withdrawn how many proposals undoing withdrew
     */
    public record Past(
            UUID key,
            String fileName,
            int proposals,
            Optional<PersonName> importer,
            Instant takenAt,
            Optional<Instant> undoneAt,
            int withdrawn) {}

    /**
     * What undoing did.
     *
     * @param withdrawn how many proposals were withdrawn
     * @param kept how many stay, because somebody has touched them or they stand where nothing can be withdrawn
     */
    public record Undone(int withdrawn, int kept) {}

    /** The latest sheets of a meeting, the newest first. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public List<Past> past(MeetingId meeting) {
        var all = imports.findByMeetingOrderByTakenAtDesc(meeting.value(), Limit.of(MOST));
        var names = persons
                .findAllById(all.stream()
                        .flatMap(i -> i.importer().stream())
                        .map(PersonId::value)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Person::key, Person::name));
        return all.stream()
                .map(i -> new Past(
                        i.key(),
                        i.fileName(),
                        i.proposals(),
                        i.importer().flatMap(p -> Optional.<PersonName>ofNullable(names.get(p.value()))),
                        i.takenAt(),
                        i.undoneAt(),
                        i.withdrawn()))
                .toList();
    }

    /**
     * Withdraws what a sheet brought and nobody has touched since.
     *
     * @throws Refusal if there is no such sheet, or it was undone before
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public Undone undo(MeetingId meeting, UUID sheet) {
        var of = imports.findById(sheet)
                .filter(i -> i.meeting().equals(meeting) && i.undoneAt().isEmpty())
                .orElseThrow(() -> Refusal.of("sheet.undo.gone"));
        var all = imported.findBySheetImportOrderByRow(sheet);
        int withdrawn = 0;
        for (int from = 0; from < all.size(); from += CHUNK) {
            withdrawn += withdraw(all.subList(from, Math.min(from + CHUNK, all.size())));
            entities.flush();
            entities.clear();
        }
        var again = imports.findById(of.key()).orElseThrow();
        again.undo(withdrawn, clock);
        imports.save(again);
        return new Undone(withdrawn, all.size() - withdrawn);
    }

    /** What a sheet said for organisers about a proposal; empty if nothing, or for others than organisers and chairs. */
    @SignedIn
    @Transactional(readOnly = true)
    public String notes(ProposalId proposal) {
        return access.organises(proposal)
                ? imported.findByProposal(proposal.value())
                        .map(ImportedProposal::notes)
                        .orElse("")
                : "";
    }

    private int withdraw(List<ImportedProposal> some) {
        var keys = some.stream().map(ImportedProposal::proposal).toList();
        Map<UUID, List<Long>> people = new HashMap<>();
        contributors
                .versions(keys)
                .forEach(row -> people.computeIfAbsent((UUID) row[0], p -> new ArrayList<>())
                        .add((Long) row[1]));
        var typed = new HashSet<>(drafts.withDrafts(keys));
        typed.addAll(files.withFiles(keys));
        var stored = proposals.findAllById(keys).stream().collect(Collectors.toMap(Proposal::key, p -> p));
        var taken = new ArrayList<Proposal>();
        for (var each : some) {
            var proposal = stored.get(each.proposal());
            var versions = people.getOrDefault(each.proposal(), List.of());
            if (proposal != null
                    && proposal.version() == each.seenVersion()
                    && !typed.contains(each.proposal())
                    && versions.size() == each.people()
                    && versions.stream().allMatch(v -> v == 0)
                    && proposal.state().next().contains(ProposalState.WITHDRAWN)) {
                proposal.withdraw(clock);
                taken.add(proposal);
            }
        }
        proposals.saveAll(taken);
        return taken.size();
    }
}
