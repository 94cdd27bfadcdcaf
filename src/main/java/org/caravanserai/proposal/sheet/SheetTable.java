package org.caravanserai.proposal.sheet;

import java.util.List;
import java.util.Set;

/**
 * What a file holds, as text: a head and rows below it. Empty rows are left out; the others keep the number under which a
 * spreadsheet shows them.
 *
 * @param choice how the file was read
 * @param sheets the names of the workbook's sheets; empty for text
 * @param head the first row that is not empty
 * @param rows the rows below it, each as wide as the head
 */
public record SheetTable(SheetChoice choice, List<String> sheets, List<String> head, List<Row> rows) {

    /**
     * One row.
     *
     * @param number as a spreadsheet shows it, from 1
     * @param cells the cells' texts, without outer white space
     * @param formulas the columns whose cells are formulas
     */
    public record Row(int number, List<String> cells, Set<Integer> formulas) {

        /** The text of a column; the empty string outside the row. */
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /** Some values of a column, different ones, the first first. */
    public List<String> samples(int column, int most) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(most)
                .toList();
    }
}
