package org.caravanserai.review.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.review.ProposalOrder;

/**
 * What the list's address carries: filter, order and the proposal that is open. What it cannot read, it leaves out.
 *
 * @param filter what narrows the list
 * @param order what it is sorted by
 * @param descending whether the last comes first
 * @param open the code of the proposal that is read; empty for none
 */
record ListAddress(ProposalFilter filter, ProposalOrder order, boolean descending, String open) {

    static ListAddress of(QueryParameters query) {
        var parameters = query.getParameters();
        return new ListAddress(
                new ProposalFilter(
                        read(parameters, "state", ProposalState::valueOf),
                        read(parameters, "topic", UUID::fromString),
                        read(parameters, "type", UUID::fromString),
                        read(parameters, "country", Function.identity()),
                        read(parameters, "language", Function.identity()),
                        first(parameters, "q").orElse("")),
                first(parameters, "sort")
                        .flatMap(s -> attempt(() -> ProposalOrder.valueOf(s)))
                        .orElse(ProposalOrder.SUBMITTED),
                first(parameters, "order").map("up"::equals).map(up -> !up).orElse(true),
                first(parameters, "open").filter(s -> s.matches("[0-9A-Z]{6}")).orElse(""));
    }

    ListAddress with(ProposalFilter changed) {
        return new ListAddress(changed, order, descending, open);
    }

    ListAddress sorted(ProposalOrder changed, boolean down) {
        return new ListAddress(filter, changed, down, open);
    }

    ListAddress opened(String code) {
        return new ListAddress(filter, order, descending, code);
    }

    QueryParameters query() {
        var parameters = new LinkedHashMap<String, List<String>>();
        put(parameters, "state", filter.states());
        put(parameters, "topic", filter.topics());
        put(parameters, "type", filter.types());
        put(parameters, "country", filter.countries());
        put(parameters, "language", filter.languages());
        if (!filter.words().isEmpty()) {
            parameters.put("q", List.of(filter.words()));
        }
        if (order != ProposalOrder.SUBMITTED) {
            parameters.put("sort", List.of(order.name()));
        }
        if (!descending) {
            parameters.put("order", List.of("up"));
        }
        if (!open.isEmpty()) {
            parameters.put("open", List.of(open));
        }
        return new QueryParameters(parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            parameters.put(name, values.stream().map(Object::toString).sorted().toList());
        }
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static <T> java.util.Set<T> read(
            Map<String, List<String>> parameters, String name, Function<String, T> parse) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(text -> attempt(() -> parse.apply(text)).stream())
                .collect(Collectors.toSet());
    }

    private static <T> Optional<T> attempt(java.util.function.Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (IllegalArgumentException e) {
            // An address that someone typed or cut off: what cannot be read narrows nothing.
            return Optional.empty();
        }
    }
}
