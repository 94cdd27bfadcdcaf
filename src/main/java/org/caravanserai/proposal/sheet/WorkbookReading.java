package org.caravanserai.proposal.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.caravanserai.text.Refusal;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads a sheet of an Excel workbook, after making sure that unpacking it does no harm. */
final class WorkbookReading {

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_UNPACKED = 150L * 1024 * 1024;
    private static final int DENSEST = 200;
    private static final long SMALL = 1024 * 1024;
    private static final int HEAD = 2_048;

    private WorkbookReading() {}

    /** @param wanted the place of the sheet, from 0; negative for the first that holds something */
    static SheetTable read(byte[] file, int wanted) {
        requireHarmless(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            var sheets = workbook.getSheets().toList();
            if (sheets.isEmpty()) {
                throw Refusal.of("sheet.file.empty");
            }
            var names = sheets.stream().map(Sheet::getName).toList();
            if (wanted >= 0) {
                var place = Math.min(wanted, sheets.size() - 1);
                return gather(sheets.get(place)).table(new SheetChoice.Workbook(place), names);
            }
            @Nullable Refusal first = null;
            for (int place = 0; place < sheets.size(); place++) {
                try {
                    return gather(sheets.get(place)).table(new SheetChoice.Workbook(place), names);
                } catch (Refusal empty) {
                    if (!empty.key().equals("sheet.file.empty") && !empty.key().equals("sheet.file.headOnly")) {
                        throw empty;
                    }
                    first = first == null ? empty : first;
                }
            }
            throw first == null ? Refusal.of("sheet.file.empty") : first;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // The library reports a damaged workbook by exceptions of many kinds.
            throw Refusal.of("sheet.file.damaged");
        }
    }

    private static SheetReader.Gathering gather(Sheet sheet) throws IOException {
        var gathering = new SheetReader.Gathering();
        try (var rows = sheet.openStream()) {
            rows.forEach(row -> {
                var formulas = new HashSet<Integer>();
                gathering.row(row.getRowNum(), cells(row, formulas), formulas);
            });
        }
        return gathering;
    }

    private static List<String> cells(Row row, HashSet<Integer> formulas) {
        if (row.getCellCount() > 16_384) {
            throw Refusal.of("sheet.file.wide", SheetReader.MOST_COLUMNS, row.getRowNum());
        }
        var texts = new ArrayList<String>();
        for (int column = 0; column < row.getCellCount(); column++) {
            @Nullable Cell cell = row.getOptionalCell(column).orElse(null);
            texts.add(cell == null ? "" : text(cell));
            if (cell != null && cell.getType() == CellType.FORMULA) {
                formulas.add(column);
            }
        }
        return texts;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> number(cell, cell.asNumber());
            case BOOLEAN -> cell.asBoolean() ? "yes" : "no";
            case FORMULA -> shown(cell);
            // An empty shared string has no value at all.
            case STRING -> java.util.Objects.requireNonNullElse(cell.getText(), "");
            case ERROR, EMPTY -> "";
        };
    }

    /** What the spreadsheet last showed for a formula; nothing is computed here. */
    private static String shown(Cell cell) {
        @Nullable String raw = cell.getRawValue();
        if (raw == null || raw.startsWith("#")) {
            return "";
        }
        return raw.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?") ? number(cell, new BigDecimal(raw)) : raw;
    }

    /** A number as it is meant: days, times of day and lengths are numbers too, told apart by their format. */
    private static String number(Cell cell, BigDecimal number) {
        @Nullable String format = cell.getDataFormatString();
        var letters =
                format == null ? "" : format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[\\$[^]]*]|\\\\.", "");
        if (letters.contains("y") || letters.contains("d")) {
            var date = cell.asDate();
            return date.toLocalTime().toSecondOfDay() == 0
                    ? date.toLocalDate().toString()
                    : date.withNano(0).toString().replace('T', ' ');
        }
        if (letters.contains("h") && letters.contains("m")) {
            long minutes = Math.round(number.doubleValue() * 24 * 60);
            return minutes / 60 + ":" + String.format(Locale.ROOT, "%02d", minutes % 60);
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Unpacks without keeping: what would fill the memory, or is no workbook, is refused. */
    private static void requireHarmless(byte[] file) {
        try {
            var copy = Files.createTempFile("sheet", ".xlsx");
            try {
                Files.write(copy, file);
                try (var zip = new ZipFile(copy.toFile())) {
                    requireHarmless(zip, file.length);
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.of("sheet.file.damaged");
        }
    }

    private static void requireHarmless(ZipFile zip, long packed) throws IOException {
        if (zip.size() > MOST_PARTS) {
            throw Refusal.of("sheet.file.bomb");
        }
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw Refusal.of("sheet.file.other");
        }
        long all = 0;
        var buffer = new byte[64 * 1024];
        for (var entry : Collections.list(zip.entries())) {
            long part = 0;
            var head = "";
            try (var stream = zip.getInputStream(entry)) {
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    if (part == 0) {
                        head = new String(buffer, 0, Math.min(read, HEAD), StandardCharsets.ISO_8859_1);
                    }
                    part += read;
                    all += read;
                    if (all > MOST_UNPACKED || (part > SMALL && part > packed * DENSEST)) {
                        throw Refusal.of("sheet.file.bomb");
                    }
                }
            }
            if (head.replace("\0", "").contains("<!DOCTYPE")) {
                throw Refusal.of("sheet.file.damaged");
            }
        }
    }
}
