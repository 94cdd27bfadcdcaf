package org.caravanserai.api.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many rows at most
 * @param cursor where the page before ended; null for the first page
 */
record Paging(int limit, @Nullable String cursor) {

    /** How many rows a page has unless it is said otherwise. */
    static final int USUAL = 50;

    /** How many rows a page may have. */
    static final int MOST = 200;

    /** The keys at which the page before ended; empty for the first page. */
    Optional<List<String>> after(String list, int keys) {
        return cursor == null
                ? Optional.empty()
                : Optional.of(Cursor.read(cursor, list, keys)
                        .orElseThrow(Paging::wrong)
                        .keys());
    }

    /** As {@link #after(String, int)}, for a list in the order of one key. */
    Optional<UUID> afterKey(String list) {
        return after(list, 1).map(keys -> {
            try {
                return UUID.fromString(keys.getFirst());
            } catch (IllegalArgumentException e) {
                throw wrong();
            }
        });
    }

    /** A page of a list that was asked for one row more than the limit, to learn whether there are more. */
    <R, T> PageData<T> page(String list, List<R> rows, Function<R, List<String>> keys, Function<R, T> data) {
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        return new PageData<>(
                shown.stream().map(data).toList(),
                rows.size() > limit
                        ? Optional.of(new Cursor(list, keys.apply(shown.getLast())).text())
                        : Optional.empty());
    }

    static ApiProblem wrong() {
        return ApiProblem.parameter("cursor", "api.parameter.cursor");
    }
}
