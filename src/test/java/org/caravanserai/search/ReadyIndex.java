package org.caravanserai.search;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.search.index.IndexKeeper;
import org.caravanserai.testing.Fixture;

/** Waits until the search index of an application under test has been made. */
@Fixture
public class ReadyIndex {

    private final IndexKeeper keeper;
    private final LiveUpdates updates;

    ReadyIndex(IndexKeeper keeper, LiveUpdates updates) {
        this.keeper = keeper;
        this.updates = updates;
    }

    /** Asks until the answer is whole: on a busy machine the index may be at work on the changes of other tests. */
    public SearchAnswer whole(Supplier<SearchAnswer> question) {
        await();
        return Stream.generate(question)
                .limit(100)
                .filter(answer -> answer.standing() == SearchAnswer.Standing.WHOLE)
                .findFirst()
                .orElseThrow();
    }

    /** Returns when the index answers. */
    public void await() {
        var made = new CountDownLatch(1);
        var subscription = updates.listen(IndexKeeper.CHANNEL, state -> {
            if (state instanceof IndexState.Ready) {
                made.countDown();
            }
        });
        try {
            if (!(keeper.state() instanceof IndexState.Ready) && !made.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The search index is not made: " + keeper.state());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            subscription.end();
        }
    }
}
