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
import org.caravanserai.review.ProposalFilter;

/** What an address carries after its question mark. What cannot be read, because somebody typed or cut it, is left out. */
final class AddressWords {

    private final Map<String, List<String>> given;

    private AddressWords(Map<String, List<String>> given) {
        this.given = given;
    }

    static AddressWords of(QueryParameters query) {
        return new AddressWords(query.getParameters());
    }

    static AddressWords none() {
        return new AddressWords(new LinkedHashMap<>());
    }

    QueryParameters query() {
        return new QueryParameters(given);
    }

    <T> Optional<T> first(String name, Function<String, T> parse) {
        return given.getOrDefault(name, List.of()).stream().findFirst().flatMap(text -> attempt(text, parse));
    }

    <T> Set<T> all(String name, Function<String, T> parse) {
        return given.getOrDefault(name, List.of()).stream()
                .flatMap(text -> attempt(text, parse).stream())
                .collect(Collectors.toSet());
    }

    /** What both the committee's list and the decision room are narrowed by. */
    ProposalFilter filter() {
        return new ProposalFilter(
                all("state", ProposalState::valueOf),
                all("topic", UUID::fromString),
                all("type", UUID::fromString),
                all("country", Function.identity()),
                all("language", Function.identity()),
                first("q", Function.<String>identity()).orElse(""));
    }

    AddressWords with(ProposalFilter filter) {
        return with("state", filter.states())
                .with("topic", filter.topics())
                .with("type", filter.types())
                .with("country", filter.countries())
                .with("language", filter.languages())
                .with("q", filter.words());
    }

    AddressWords with(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            given.put(name, values.stream().map(Object::toString).sorted().toList());
        }
        return this;
    }

    AddressWords with(String name, String value) {
        return value.isEmpty() ? this : with(name, List.of(value));
    }

    AddressWords with(String name, int value) {
        return value > 0 ? with(name, List.of(value)) : this;
    }

    private static <T> Optional<T> attempt(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            // What cannot be read narrows nothing.
            return Optional.empty();
        }
    }
}
