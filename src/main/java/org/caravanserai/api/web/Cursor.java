package org.caravanserai.api.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where in a list a page ended: the keys of its last row, which mean the same however many rows come or go before it.
 * Programs hand it back as it is; one of another list is refused.
 */
record Cursor(String list, List<String> keys) {

    private static final char SEPARATOR = '\n';

    Cursor {
        keys = List.copyOf(keys);
    }

    /** As programs get it. */
    String text() {
        var all = new ArrayList<String>();
        all.add(list);
        all.addAll(keys);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(String.valueOf(SEPARATOR), all).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #text()} wrote; empty if it is none of this list's with as many keys. */
    static Optional<Cursor> read(String text, String list, int keys) {
        try {
            var all = List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                    .split(String.valueOf(SEPARATOR), -1));
            return all.size() == keys + 1 && all.getFirst().equals(list)
                    ? Optional.of(new Cursor(list, all.subList(1, all.size())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
