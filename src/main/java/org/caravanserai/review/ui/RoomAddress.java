package org.caravanserai.review.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.room.Quotas;
import org.caravanserai.review.room.RoomFilter;
import org.caravanserai.review.room.RoomOrder;

/**
 * What the decision room's address carries, so that two chairs can look at the same. What it cannot read, it leaves out.
 *
 * @param filter what narrows the table
 * @param order what it is ranked by
 * @param descending whether the highest comes first
 * @param line how many rows stand above the rank line
 * @param quotas what the selection is held against
 */
record RoomAddress(RoomFilter filter, RoomOrder order, boolean descending, int line, Quotas quotas) {

    static RoomAddress of(QueryParameters query) {
        var given = query.getParameters();
        return new RoomAddress(
                new RoomFilter(
                        read(given, "state", ProposalState::valueOf),
                        read(given, "topic", UUID::fromString),
                        read(given, "type", UUID::fromString),
                        read(given, "country", Function.identity()),
                        read(given, "language", Function.identity()),
                        read(given, "tag", Function.identity()),
                        read(given, "mark", RoomFilter.Mark::valueOf),
                        first(given, "q", Function.<String>identity()).orElse("")),
                first(given, "sort", RoomOrder::valueOf).orElse(RoomOrder.CORRECTED),
                first(given, "order", "down"::equals).orElse(true),
                number(given, "line"),
                new Quotas(
                        number(given, "total"),
                        number(given, "each-topic"),
                        number(given, "each-country"),
                        number(given, "first-time")));
    }

    RoomAddress with(RoomFilter changed) {
        return new RoomAddress(changed, order, descending, line, quotas);
    }

    RoomAddress with(Quotas changed) {
        return new RoomAddress(filter, order, descending, line, changed);
    }

    RoomAddress sorted(RoomOrder changed, boolean down) {
        return new RoomAddress(filter, changed, down, line, quotas);
    }

    RoomAddress drawn(int after) {
        return new RoomAddress(filter, order, descending, after, quotas);
    }

    QueryParameters query() {
        var given = new LinkedHashMap<String, List<String>>();
        put(given, "state", filter.states());
        put(given, "topic", filter.topics());
        put(given, "type", filter.types());
        put(given, "country", filter.countries());
        put(given, "language", filter.languages());
        put(given, "tag", filter.tags());
        put(given, "mark", filter.marks());
        if (!filter.words().isEmpty()) {
            given.put("q", List.of(filter.words()));
        }
        if (order != RoomOrder.CORRECTED) {
            given.put("sort", List.of(order.name()));
        }
        if (!descending) {
            given.put("order", List.of("up"));
        }
        put(given, "line", line);
        put(given, "total", quotas.total());
        put(given, "each-topic", quotas.eachTopic());
        put(given, "each-country", quotas.eachCountry());
        put(given, "first-time", quotas.firstTime());
        return new QueryParameters(given);
    }

    private static void put(Map<String, List<String>> given, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            given.put(name, values.stream().map(Object::toString).sorted().toList());
        }
    }

    private static void put(Map<String, List<String>> given, String name, int value) {
        if (value > 0) {
            given.put(name, List.of(Integer.toString(value)));
        }
    }

    private static int number(Map<String, List<String>> given, String name) {
        return Math.clamp(first(given, name, Integer::valueOf).orElse(0), 0, Quotas.MOST);
    }

    private static <T> Optional<T> first(Map<String, List<String>> given, String name, Function<String, T> parse) {
        return given.getOrDefault(name, List.of()).stream().findFirst().flatMap(text -> attempt(text, parse));
    }

    private static <T> Set<T> read(Map<String, List<String>> given, String name, Function<String, T> parse) {
        return given.getOrDefault(name, List.of()).stream()
                .flatMap(text -> attempt(text, parse).stream())
                .collect(Collectors.toSet());
    }

    private static <T> Optional<T> attempt(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            // An address that someone typed or cut off: what cannot be read narrows nothing.
            return Optional.empty();
        }
    }
}
