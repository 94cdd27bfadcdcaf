package org.caravanserai.proposal.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravanserai.proposal.sheet.SheetProblem.Kind;
import org.caravanserai.proposal.sheet.SheetProblem.Weight;
import org.caravanserai.proposal.sheet.Target.Field;
import org.caravanserai.text.Folding;
import org.caravanserai.text.LocalizedText;

/**
 * What would become of a table: a proposal for each row, and every problem, by row and column.
 *
 * @param proposals one for each row, as far as it could be read
 * @param problems in the order of rows and columns
 */
public record SheetPlan(List<PlannedProposal> proposals, List<SheetProblem> problems) {

    /**
     * What the meeting has already.
     *
     * @param byExternalId the codes of proposals by what the other tool calls them
     * @param byTitle the codes of proposals by their folded titles
     * @param unnamedByTitle of those, the ones that no other tool has named: what has another name there is another one
     */
    public record Known(
            Map<String, String> byExternalId, Map<String, String> byTitle, Map<String, String> unnamedByTitle) {}

    /** Reads a table. */
    public static SheetPlan read(SheetTable table, Mapping mapping, Surroundings surroundings, Known known) {
        var problems = new ArrayList<SheetProblem>();
        var reading = new RowReading(mapping, surroundings, problems);
        var proposals = table.rows().stream().map(reading::read).toList();
        repeated(table, mapping, proposals, problems);
        alreadyThere(mapping, proposals, known, problems);
        problems.sort(java.util.Comparator.comparingInt(SheetProblem::row).thenComparingInt(SheetProblem::column));
        return new SheetPlan(proposals, List.copyOf(problems));
    }

    /** The key by which titles are compared. */
    public static String titleKey(String title) {
        return Folding.fold(title);
    }

    /** The rows that are there already or stand in the file twice. */
    public Set<Integer> knownRows() {
        var rows = new HashSet<Integer>();
        problems.stream().filter(p -> p.kind().weight() == Weight.KNOWN).forEach(p -> rows.add(p.row()));
        return rows;
    }

    /** Whether something stops the import, rows that are left out aside. */
    public boolean stops(boolean leavingOutKnown) {
        var known = leavingOutKnown ? knownRows() : Set.<Integer>of();
        return problems.stream()
                .anyMatch(p -> !known.contains(p.row())
                        && (p.kind().weight() == Weight.STOPS || p.kind().weight() == Weight.KNOWN));
    }

    private static void repeated(
            SheetTable table, Mapping mapping, List<PlannedProposal> proposals, List<SheetProblem> problems) {
        var ids = new HashMap<String, Integer>();
        var contents = new HashMap<String, Integer>();
        int idColumn = mapping.columnOf(Target.of(Field.EXTERNAL_ID)).orElse(SheetProblem.WHOLE_ROW);
        for (int i = 0; i < proposals.size(); i++) {
            var proposal = proposals.get(i);
            var content = content(table.rows().get(i), mapping, proposal);
            var sameContent = content.isEmpty() ? null : contents.putIfAbsent(content, proposal.row());
            var sameId =
                    proposal.externalId().isEmpty() ? null : ids.putIfAbsent(proposal.externalId(), proposal.row());
            if (sameContent != null) {
                problems.add(
                        new SheetProblem(proposal.row(), SheetProblem.WHOLE_ROW, Kind.ROW_TWICE, List.of(sameContent)));
            } else if (sameId != null) {
                problems.add(new SheetProblem(
                        proposal.row(), idColumn, Kind.ID_TWICE, List.of(proposal.externalId(), sameId)));
            }
        }
    }

    /** What makes two rows one: all that is taken of them, the id included; without ids, title and people. */
    private static String content(SheetTable.Row row, Mapping mapping, PlannedProposal proposal) {
        if (proposal.title().isEmpty()) {
            return "";
        }
        if (proposal.externalId().isEmpty()) {
            return titleKey(proposal.title().all())
                    + '\n'
                    + proposal.people().stream()
                            .map(p -> Folding.fold(p.name().published()))
                            .toList();
        }
        var cells = new StringBuilder();
        for (int column = 0; column < mapping.columns().size(); column++) {
            if (mapping.columns().get(column).field() != Field.NONE) {
                cells.append(row.cell(column)).append('\n');
            }
        }
        return cells.toString();
    }

    private static void alreadyThere(
            Mapping mapping, List<PlannedProposal> proposals, Known known, List<SheetProblem> problems) {
        int idColumn = mapping.columnOf(Target.of(Field.EXTERNAL_ID)).orElse(SheetProblem.WHOLE_ROW);
        for (var proposal : proposals) {
            var code = known.byExternalId().get(proposal.externalId());
            if (code != null && !proposal.externalId().isEmpty()) {
                problems.add(new SheetProblem(
                        proposal.row(), idColumn, Kind.ID_KNOWN, List.of(proposal.externalId(), code)));
                continue;
            }
            codeOfTitle(proposal.title(), proposal.externalId().isEmpty() ? known.byTitle() : known.unnamedByTitle())
                    .ifPresent(same -> problems.add(
                            new SheetProblem(proposal.row(), SheetProblem.WHOLE_ROW, Kind.TITLE_KNOWN, List.of(same))));
        }
    }

    private static java.util.Optional<String> codeOfTitle(LocalizedText title, Map<String, String> byTitle) {
        return title.languages().stream()
                .map(language -> titleKey(title.exactly(language)))
                .filter(byTitle::containsKey)
                .findFirst()
                .map(byTitle::get);
    }
}
