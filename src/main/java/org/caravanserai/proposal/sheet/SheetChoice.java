package org.caravanserai.proposal.sheet;

import java.util.Map;

/** How a file is read: what is found out by looking at it, and what an organiser may correct. */
public sealed interface SheetChoice {

    /**
     * A text with a value between each two delimiters.
     *
     * @param encoding how its bytes are letters
     * @param delimiter what stands between two values
     * @param quote what stands around a value that holds delimiters or line ends
     */
    record Text(Encoding encoding, char delimiter, char quote) implements SheetChoice {}

    /**
     * A sheet of a workbook.
     *
     * @param sheet its place, from 0
     */
    record Workbook(int sheet) implements SheetChoice {}

    /** As texts by name, to be kept. */
    default Map<String, String> toMap() {
        return switch (this) {
            case Text text ->
                Map.of(
                        "encoding",
                        text.encoding().name(),
                        "delimiter",
                        String.valueOf(text.delimiter()),
                        "quote",
                        String.valueOf(text.quote()));
            case Workbook workbook -> Map.of("sheet", Integer.toString(workbook.sheet()));
        };
    }

    /** The choice that {@link #toMap} wrote. */
    static SheetChoice of(Map<String, String> texts) {
        var sheet = texts.get("sheet");
        return sheet != null
                ? new Workbook(Integer.parseInt(sheet))
                : new Text(
                        Encoding.valueOf(texts.getOrDefault("encoding", Encoding.UTF_8.name())),
                        texts.getOrDefault("delimiter", ",").charAt(0),
                        texts.getOrDefault("quote", "\"").charAt(0));
    }
}
