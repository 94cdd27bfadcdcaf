package org.caravanserai.proposal.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.caravanserai.text.Refusal;

/** Reads comma-separated values and their kin. */
final class TextReading {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final char[] QUOTES = {'"', '\''};
    private static final int LOOK_AT = 64 * 1024;
    private static final int ROWS_TO_LOOK_AT = 50;

    private TextReading() {}

    static SheetTable read(byte[] file, Optional<SheetChoice.Text> chosen) {
        var encoding = chosen.map(SheetChoice.Text::encoding).orElseGet(() -> Encoding.detect(file));
        var text = encoding.decode(file);
        requireText(text, chosen.isPresent());
        var choice = chosen.orElseGet(() -> detect(encoding, text));
        var gathering = new SheetReader.Gathering();
        try (var parser = parser(text, choice.delimiter(), choice.quote())) {
            int number = 0;
            for (var row : parser) {
                gathering.row(++number, row.toList(), Set.of());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException | IllegalStateException e) {
            // The parser's only complaint: a quote that is opened and never closed.
            throw Refusal.of("sheet.file.quote", String.valueOf(choice.quote()));
        }
        return gathering.table(choice, List.of());
    }

    /** Binary files have control characters, which no spreadsheet writes into a text; a wrong encoding chosen by hand may. */
    private static void requireText(String text, boolean chosen) {
        var looked = text.substring(0, Math.min(text.length(), LOOK_AT));
        long control = looked.chars()
                .filter(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t')
                .count();
        if (looked.startsWith("%PDF-") || looked.startsWith("{\\rtf") || (!chosen && control * 100 > looked.length())) {
            throw Refusal.of("sheet.file.other");
        }
    }

    private static SheetChoice.Text detect(Encoding encoding, String text) {
        var looked = text.substring(0, Math.min(text.length(), LOOK_AT));
        var best = new SheetChoice.Text(encoding, ',', '"');
        double bestScore = -1;
        for (var quote : QUOTES) {
            for (var delimiter : DELIMITERS) {
                double score = score(looked, delimiter, quote);
                if (score > bestScore) {
                    bestScore = score;
                    best = new SheetChoice.Text(encoding, delimiter, quote);
                }
            }
        }
        return best;
    }

    /** How many columns most rows have, if most rows have as many; a file cut in the middle of a row may end oddly. */
    private static double score(String text, char delimiter, char quote) {
        var widths = new ArrayList<Integer>();
        try (var parser = parser(text, delimiter, quote)) {
            for (var row : parser) {
                if (widths.size() == ROWS_TO_LOOK_AT) {
                    break;
                }
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    widths.add(row.size());
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // What was read before the cut or the stray quote counts.
            if (widths.isEmpty()) {
                return 0;
            }
        }
        var counts = new HashMap<Integer, Integer>();
        widths.forEach(width -> counts.merge(width, 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(e -> e.getKey() > 1)
                .mapToDouble(e -> (double) e.getValue() / widths.size() * 100 + Math.min(e.getKey(), 50))
                .max()
                .orElse(0);
    }

    private static CSVParser parser(String text, char delimiter, char quote) throws IOException {
        return CSVFormat.Builder.create()
                .setDelimiter(delimiter)
                .setQuote(quote)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get()
                .parse(new StringReader(text));
    }
}
