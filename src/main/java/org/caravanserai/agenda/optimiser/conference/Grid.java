package org.caravanserai.agenda.optimiser.conference;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** One sheet as texts, with what can be read from a cell. Rows and columns count from zero; the first row holds heads. */
final class Grid {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(:\\d{2})?");
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)(?:([+-])(\\d{1,2})(?::?(\\d{2}))?)?");
    /** Zones with summer time are told as they are in this summer, to which the library moves every session. */
    private static final LocalDateTime SUMMER = LocalDateTime.of(2021, 7, 21, 12, 0);

    private static final long LARGEST_PENALTY = 1_000_000_000;

    private final String sheet;
    private final List<List<String>> cells = new ArrayList<>();

    Grid(ReadableWorkbook workbook, String name) throws IOException {
        sheet = name;
        var found = workbook.findSheet(name)
                .orElseThrow(() -> new MalformedConferenceException("there is no sheet “" + name + "”"));
        for (var row : found.read()) {
            while (cells.size() < row.getRowNum()) {
                cells.add(new ArrayList<>());
            }
            var texts = cells.get(row.getRowNum() - 1);
            for (var column = 0; column < row.getCellCount(); column++) {
                var at = column;
                texts.add(row.getOptionalCell(at)
                        .filter(cell -> cell.getType() != CellType.EMPTY)
                        .map(cell -> cell.getType() == CellType.NUMBER ? cell.getRawValue() : cell.getText())
                        .orElse("")
                        .strip());
            }
        }
    }

    /** The rows below the heads that have a name, in their order. */
    List<Integer> rows() {
        var rows = new ArrayList<Integer>();
        for (var row = 1; row < cells.size(); row++) {
            if (!text(row, 0).isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    List<String> names() {
        return rows().stream().map(row -> text(row, 0)).toList();
    }

    /** One more than the last column that has a head. */
    int width() {
        var width = cells.isEmpty() ? 0 : cells.getFirst().size();
        while (width > 0 && text(0, width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    String text(int row, int column) {
        return row < cells.size() && column < cells.get(row).size()
                ? cells.get(row).get(column)
                : "";
    }

    Set<String> people(int row, int column) {
        var people = new TreeSet<String>();
        for (var person : text(row, column).split(",")) {
            if (!person.isBlank()) {
                people.add(person.strip());
            }
        }
        return people;
    }

    long penalty(int row, int column) {
        if (text(row, column).isEmpty()) {
            return 0;
        }
        try {
            var value = new BigDecimal(text(row, column)).longValueExact();
            if (value >= 0 && value <= LARGEST_PENALTY) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw wrong(row, column, "“" + text(row, column) + "” is not a whole number");
        }
        throw wrong(row, column, text(row, column) + " is not between 0 and " + LARGEST_PENALTY);
    }

    int count(int row, int column) {
        var count = penalty(row, column);
        if (count > Short.MAX_VALUE) {
            throw wrong(row, column, count + " is too many");
        }
        return (int) count;
    }

    /** Minutes after midnight, from a time as text or as a part of a day. */
    int minutes(int row, int column) {
        var text = text(row, column);
        var time = TIME.matcher(text);
        if (time.matches()) {
            return Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
        }
        try {
            var day = new BigDecimal(text.isEmpty() ? "0" : text).doubleValue();
            return (int) (Math.round((day - Math.floor(day)) * MINUTES_A_DAY) % MINUTES_A_DAY);
        } catch (NumberFormatException notANumber) {
            throw wrong(row, column, "“" + text + "” is not a time");
        }
    }

    /** Minutes ahead of Greenwich. */
    int offset(int row, int column) {
        var text = text(row, column);
        if (text.isEmpty()) {
            return 0;
        }
        var offset = OFFSET.matcher(text.replace(" ", "").toUpperCase(Locale.ROOT));
        if (offset.matches()) {
            if (offset.group(1) == null) {
                return 0;
            }
            var minutes = Integer.parseInt(offset.group(2)) * 60
                    + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3)));
            return "-".equals(offset.group(1)) ? -minutes : minutes;
        }
        try {
            return ZoneId.of(text).getRules().getOffset(SUMMER).getTotalSeconds() / 60;
        } catch (DateTimeException unknown) {
            throw wrong(row, column, "“" + text + "” is not a time zone");
        }
    }

    MalformedConferenceException wrong(int row, int column, String what) {
        return new MalformedConferenceException(
                "sheet “" + sheet + "”, row " + (row + 1) + ", column " + (column + 1) + ": " + what);
    }
}
