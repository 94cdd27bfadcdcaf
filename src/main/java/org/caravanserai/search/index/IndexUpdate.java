package org.caravanserai.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings an index up to date with what has changed in the database. */
@Component
class IndexUpdate {

    private static final int PAGE = 500;

    private final IndexReading reading;

    IndexUpdate(IndexReading reading) {
        this.reading = reading;
    }

    /** Writes the documents of these units anew; what is said of somebody on a proposal changes with her. */
    void apply(NodeIndex index, Collection<Unit> units) throws IOException {
        Map<Unit.Kind, Set<UUID>> keys = new EnumMap<>(Unit.Kind.class);
        for (var unit : units) {
            keys.computeIfAbsent(unit.kind(), k -> new LinkedHashSet<>()).add(unit.object());
        }
        var persons = keys.getOrDefault(Unit.Kind.PERSON, Set.of());
        if (!persons.isEmpty()) {
            keys.computeIfAbsent(Unit.Kind.PROPOSAL, k -> new LinkedHashSet<>()).addAll(reading.proposalsOf(persons));
        }
        for (var kind : List.of(Unit.Kind.PROPOSAL, Unit.Kind.PERSON, Unit.Kind.INSTITUTION, Unit.Kind.AGENDA)) {
            var all = new ArrayList<>(keys.getOrDefault(kind, Set.of()));
            for (int from = 0; from < all.size(); from += PAGE) {
                write(index, kind, all.subList(from, Math.min(from + PAGE, all.size())));
            }
        }
        if (keys.containsKey(Unit.Kind.INSTITUTIONS)) {
            index.clear(Unit.Kind.INSTITUTION);
            Optional<UUID> after = Optional.empty();
            do {
                var page = reading.keys(Unit.Kind.INSTITUTION, after, PAGE);
                write(index, Unit.Kind.INSTITUTION, page);
                after = page.isEmpty() ? Optional.empty() : Optional.of(page.getLast());
            } while (after.isPresent());
        }
    }

    private void write(NodeIndex index, Unit.Kind kind, List<UUID> keys) throws IOException {
        for (var read : reading.read(kind, keys).entrySet()) {
            index.replace(new Unit(kind, read.getKey()).term(), read.getValue());
        }
    }
}
