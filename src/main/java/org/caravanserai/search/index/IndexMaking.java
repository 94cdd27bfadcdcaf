package org.caravanserai.search.index;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Fills a new index from the database, from beginning to end. */
@Component
class IndexMaking {

    private static final int PAGE = 200;
    private static final List<Unit.Kind> KINDS =
            List.of(Unit.Kind.AGENDA, Unit.Kind.PROPOSAL, Unit.Kind.PERSON, Unit.Kind.INSTITUTION);

    private final IndexReading reading;

    IndexMaking(IndexReading reading) {
        this.reading = reading;
    }

    /** Is told how far it is, and says whether to go on. */
    interface Progress {

        boolean goesOn(int done, int total);
    }

    /** Somebody wants no more of it. */
    static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads everything.
     *
     * @throws Cancelled when the progress says so
     */
    void fill(NodeIndex index, Progress progress) throws IOException {
        int total = KINDS.stream().mapToInt(reading::count).sum();
        int done = 0;
        for (var kind : KINDS) {
            Optional<UUID> after = Optional.empty();
            do {
                if (!progress.goesOn(done, Math.max(total, done))) {
                    throw new Cancelled();
                }
                var keys = reading.keys(kind, after, PAGE);
                for (var read : reading.read(kind, keys).entrySet()) {
                    index.replace(new Unit(kind, read.getKey()).term(), read.getValue());
                }
                done += keys.size();
                after = keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
            } while (after.isPresent());
        }
        index.refresh();
    }
}
