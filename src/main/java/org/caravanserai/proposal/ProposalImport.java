package org.caravanserai.proposal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.sheet.PlannedProposal;
import org.caravanserai.proposal.sheet.SheetPlan;
import org.caravanserai.proposal.sheet.SheetProblem;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the proposals of an organiser's spreadsheet in: tried first, which changes nothing, then all of them or none. */
@Service
public class ProposalImport {

    private final SheetUpload upload;
    private final SheetSurroundings surroundings;
    private final SheetPeople people;
    private final SheetMappings mappings;
    private final SheetSaving saving;

    ProposalImport(
            SheetUpload upload,
            SheetSurroundings surroundings,
            SheetPeople people,
            SheetMappings mappings,
            SheetSaving saving) {
        this.upload = upload;
        this.surroundings = surroundings;
        this.people = people;
        this.mappings = mappings;
        this.saving = saving;
    }

    /**
     * Someone registered, or named before, who may be a person of the sheet.
     *
     * @param country ISO 3166-1 alpha-2; may be empty
     */
    public record Candidate(PersonId person, PersonName name, String affiliation, String country) {}

    /**
     * A person of the sheet whose name somebody known has. Unless an organiser says that it is she, a new person is made.
     *
     * @param key what {@link Choices#same} names her by
     * @param rows the rows in which she stands
     */
    public record Offer(
            String key, PersonName name, String affiliation, List<Integer> rows, List<Candidate> candidates) {}

    /**
     * What taking the sheet in would do.
     *
     * @param rows the rows of the file below its head
     * @param byState how many proposals would be made, by state
     * @param byType how many, by session type
     * @param withoutPeople how many have nobody named
     * @param newPeople how many persons would be made
     * @param knownPeople how many persons are known by their addresses
     * @param knownRows the rows that are there already, or twice
     * @param problems all that is wrong or odd
     * @param offers people who may be known
     */
    public record DryRun(
            int rows,
            Map<ProposalState, Integer> byState,
            Map<UUID, Integer> byType,
            int withoutPeople,
            int newPeople,
            int knownPeople,
            Set<Integer> knownRows,
            List<SheetProblem> problems,
            List<Offer> offers) {

        /** Whether it can be taken in. */
        public boolean possible(boolean leavingOutKnown) {
            return !new SheetPlan(List.of(), problems).stops(leavingOutKnown) && made(leavingOutKnown) > 0;
        }

        /** How many proposals would be made. */
        public int made(boolean leavingOutKnown) {
            return leavingOutKnown ? rows - knownRows.size() : rows;
        }
    }

    /**
     * What an organiser decides after the dry run.
     *
     * @param leaveOutKnown leaves out rows that are there already, or twice
     * @param same who of those offered a person of the sheet is, by the offer's key
     */
    public record Choices(boolean leaveOutKnown, Map<String, PersonId> same) {}

    /** Hears how far an import is, and may stop it. */
    public interface Progress {

        /** So many of so many proposals are written. */
        void at(int done, int of);

        /** Whether to stop; nothing of the import is kept then. */
        boolean isCancelled();
    }

    /** What came of it. */
    public record Receipt(UUID key, int proposals, int newPeople) {}

    /**
     * Reads the waiting sheet and says what would become of it; changes nothing.
     *
     * @throws Refusal if no column holds a title
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional(readOnly = true)
    public DryRun check(MeetingId meeting) {
        var sheet = upload.require(meeting);
        requireTitle(sheet);
        var plan = plan(meeting, sheet);
        var matched = people.match(
                meeting, plan.proposals(), sheet.mapping().options().sameNameIsOne());
        var byState = new EnumMap<ProposalState, Integer>(ProposalState.class);
        var byType = new LinkedHashMap<UUID, Integer>();
        for (var proposal : plan.proposals()) {
            byState.merge(proposal.state(), 1, Integer::sum);
            byType.merge(proposal.type(), 1, Integer::sum);
        }
        return new DryRun(
                plan.proposals().size(),
                byState,
                byType,
                (int) plan.proposals().stream()
                        .filter(p -> p.people().isEmpty())
                        .count(),
                matched.all().size() - matched.known().size(),
                matched.known().size(),
                plan.knownRows(),
                plan.problems(),
                matched.offers());
    }

    /**
     * Makes the proposals of the waiting sheet, all or none. Nobody is written to.
     *
     * @throws Refusal if a problem stops it, or it was cancelled; nothing is changed then
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public Receipt take(MeetingId meeting, Choices choices, Progress progress) {
        mappings.lock(meeting.value());
        var sheet = upload.require(meeting);
        requireTitle(sheet);
        var plan = plan(meeting, sheet);
        if (plan.stops(choices.leaveOutKnown())) {
            throw Refusal.of("sheet.stopped");
        }
        var known = choices.leaveOutKnown() ? plan.knownRows() : Set.<Integer>of();
        var wanted =
                plan.proposals().stream().filter(p -> !known.contains(p.row())).toList();
        if (wanted.isEmpty()) {
            throw Refusal.of("sheet.nothing");
        }
        var matched = people.match(meeting, wanted, sheet.mapping().options().sameNameIsOne());
        var receipt = saving.save(meeting, sheet, wanted, matched, chosen(matched, choices), progress);
        upload.discard(meeting);
        return receipt;
    }

    private static void requireTitle(SheetUpload.Waiting sheet) {
        if (!sheet.mapping().hasTitle()) {
            throw Refusal.of("sheet.title.unmapped");
        }
    }

    private SheetPlan plan(MeetingId meeting, SheetUpload.Waiting sheet) {
        return SheetPlan.read(sheet.table(), sheet.mapping(), sheet.surroundings(), surroundings.known(meeting));
    }

    /** Only who was offered can be chosen. */
    private static Map<String, PersonId> chosen(SheetPeople.Matched matched, Choices choices) {
        var chosen = new HashMap<String, PersonId>();
        for (var offer : matched.offers()) {
            var same = choices.same().get(offer.key());
            if (same != null
                    && offer.candidates().stream().anyMatch(c -> c.person().equals(same))) {
                chosen.put(offer.key(), same);
            }
        }
        return chosen;
    }

    /** The key of a planned person, for those who save it. */
    static String key(PlannedProposal proposal, int place, SheetUpload.Waiting sheet) {
        return SheetPeople.key(proposal, place, sheet.mapping().options().sameNameIsOne());
    }
}
