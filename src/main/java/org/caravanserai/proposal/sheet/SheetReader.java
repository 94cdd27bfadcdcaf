package org.caravanserai.proposal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caravanserai.text.Refusal;

/** Reads an uploaded file, by what its first bytes say it is, within limits. */
public final class SheetReader {

    /** The largest file, in bytes. */
    public static final int LARGEST = 12 * 1024 * 1024;

    /** The most rows below the head. */
    public static final int MOST_ROWS = 5_000;

    /** The most columns. */
    public static final int MOST_COLUMNS = 200;

    /** The longest text of a cell: what a spreadsheet program keeps. */
    static final int LONGEST_CELL = 32_767;

    private SheetReader() {}

    /**
     * The rows of a file.
     *
     * @param choice how to read it; empty to find out
     * @throws Refusal if it is no table, is broken, or passes a limit
     */
    public static SheetTable read(byte[] file, Optional<SheetChoice> choice) {
        if (file.length > LARGEST) {
            throw Refusal.of("sheet.file.large", LARGEST / 1024 / 1024);
        }
        if (file.length == 0) {
            throw Refusal.of("sheet.file.empty");
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Refusal.of("sheet.file.old");
        }
        if (startsWith(file, 'P', 'K')) {
            var sheet = choice.map(c -> c instanceof SheetChoice.Workbook w ? w.sheet() : -1)
                    .orElse(-1);
            return WorkbookReading.read(file, sheet);
        }
        return TextReading.read(file, choice.map(c -> c instanceof SheetChoice.Text t ? t : null));
    }

    /** Gathers the rows of a file and holds them to the limits. */
    static final class Gathering {

        private final List<String> head = new ArrayList<>();
        private final List<SheetTable.Row> rows = new ArrayList<>();

        void row(int number, List<String> cells, Set<Integer> formulas) {
            var width = cells.size();
            while (width > 0 && cells.get(width - 1).isBlank()) {
                width--;
            }
            if (width == 0) {
                return;
            }
            if (width > MOST_COLUMNS) {
                throw Refusal.of("sheet.file.wide", MOST_COLUMNS, number);
            }
            var clean = new ArrayList<String>(width);
            for (var cell : cells.subList(0, width)) {
                if (cell.length() > LONGEST_CELL) {
                    throw Refusal.of("sheet.file.cell", number, LONGEST_CELL);
                }
                clean.add(cell.replace("\0", "").strip());
            }
            if (head.isEmpty()) {
                head.addAll(clean);
            } else if (rows.size() == MOST_ROWS) {
                throw Refusal.of("sheet.file.rows", MOST_ROWS);
            } else {
                rows.add(new SheetTable.Row(number, List.copyOf(clean), Set.copyOf(formulas)));
            }
        }

        SheetTable table(SheetChoice choice, List<String> sheets) {
            if (head.isEmpty()) {
                throw Refusal.of("sheet.file.empty");
            }
            if (rows.isEmpty()) {
                throw Refusal.of("sheet.file.headOnly");
            }
            // A row may be wider than the head: its further columns can be mapped too.
            var widest = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
            while (head.size() < widest) {
                head.add("");
            }
            return new SheetTable(choice, sheets, List.copyOf(head), List.copyOf(rows));
        }
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
