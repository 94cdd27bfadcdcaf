package org.caravanserai.platform.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.runs.KeptRun.Standing;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs as two processes on one database know of them. */
@IntegrationTest
class LongRunsTest {

    private static final String KIND = "counting";
    private static final Duration LONG = Duration.ofMinutes(1);

    @Autowired
    Processes processes;

    @Autowired
    TransactionTemplate transaction;

    private final UUID subject = Ids.next();
    private final List<LongRun<Counted>> begun = new ArrayList<>();

    record Counted(int number) {}

    private static RunsOf<Counted> in(Processes.Other process) {
        return process.runs().of(KIND, Counted.class);
    }

    private boolean begin(Processes.Other process, int number) {
        return in(process).begin(subject, new Counted(number), begun::add);
    }

    private KeptRun<Counted> seenBy(Processes.Other process) {
        return in(process).find(subject).orElseThrow();
    }

    @Test
    void whatARunReachesIsSeenFromEveryProcess() {
        var one = processes.another();
        var other = processes.another();
        assertThat(in(other).find(subject)).isEmpty();
        begin(one, 0);
        begun.getFirst().at(new Counted(3));
        assertThat(seenBy(one).state()).isEqualTo(new Counted(3));
        one.look();
        assertThat(seenBy(other).state()).isEqualTo(new Counted(3));
        assertThat(seenBy(other).standing()).isEqualTo(Standing.WORKING);
        assertThat(seenBy(other).since()).isEqualTo(begun.getFirst().since());

        begun.getFirst().end(new Counted(4));
        assertThat(seenBy(one)).isEqualTo(seenBy(other));
        assertThat(seenBy(other).standing()).isEqualTo(Standing.ENDED);
        assertThat(seenBy(other).state()).isEqualTo(new Counted(4));
    }

    @Test
    void forOneSubjectOneRunIsAtWorkInAllProcesses() {
        var one = processes.another();
        var other = processes.another();
        assertThat(begin(one, 1)).isTrue();
        assertThat(begin(other, 2)).isFalse();
        assertThat(begin(one, 3)).isFalse();
        begun.getFirst().end(new Counted(9));
        assertThat(begin(other, 2)).isTrue();
        assertThat(begun).hasSize(2);
        assertThat(seenBy(one).state()).isEqualTo(new Counted(2));
    }

    @Test
    void ofTwoThatBeginAtTheSameMomentOneIsRefused() throws InterruptedException {
        var together = new CyclicBarrier(2);
        var refused = new AtomicInteger();
        var threads = List.of(processes.another(), processes.another()).stream()
                .map(process -> Thread.ofPlatform()
                        .start(() -> transaction.executeWithoutResult(t -> {
                            await(together);
                            if (!begin(process, 1)) {
                                refused.incrementAndGet();
                                t.setRollbackOnly();
                            }
                        })))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(refused).hasValue(1);
        assertThat(begun).hasSize(1);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRunWhoseTransactionIsRolledBackNeverBegins() {
        var one = processes.another();
        transaction.executeWithoutResult(t -> {
            assertThat(begin(one, 1)).isTrue();
            t.setRollbackOnly();
        });
        assertThat(begun).isEmpty();
        assertThat(in(one).find(subject)).isEmpty();
    }

    @Test
    void theWishToStopReachesTheProcessThatWorks() {
        var one = processes.another();
        var other = processes.another();
        begin(one, 1);
        in(other).stop(subject);
        assertThat(seenBy(other).standing()).isEqualTo(Standing.STOPPING);
        assertThat(begun.getFirst().isToStop()).isFalse();
        one.look();
        assertThat(begun.getFirst().isToStop()).isTrue();
        begun.getFirst().end(new Counted(7));
        assertThat(seenBy(other).standing()).isEqualTo(Standing.ENDED);
    }

    @Test
    void aRunThatIsNotHeardOfAnyMoreIsInterruptedAndGivesItsPlaceForGood() {
        var silent = processes.another();
        var later = processes.another();
        later.clock().advance(LONG);
        begin(silent, 1);
        assertThat(seenBy(later).standing()).isEqualTo(Standing.INTERRUPTED);
        assertThat(seenBy(later).state()).isEqualTo(new Counted(1));
        assertThat(begin(later, 2)).isTrue();

        begun.getFirst().end(new Counted(99));
        assertThat(seenBy(later).state()).as("what comes too late is not taken").isEqualTo(new Counted(2));
        assertThat(seenBy(silent).state()).isEqualTo(new Counted(2));
    }

    @Test
    void whoseRunHasLostItsPlaceIsToldToStop() {
        var silent = processes.another();
        var later = processes.another();
        later.clock().advance(LONG);
        begin(silent, 1);
        begin(later, 2);
        silent.look();
        assertThat(begun.getFirst().isToStop()).isTrue();
        assertThat(begun.getLast().isToStop()).isFalse();
    }

    @Test
    void aRunThatIsHeardOfAgainIsAtWork() {
        var slow = processes.another();
        var other = processes.another();
        begin(slow, 1);
        slow.clock().advance(LONG);
        other.clock().advance(LONG);
        assertThat(seenBy(other).standing()).isEqualTo(Standing.INTERRUPTED);
        slow.look();
        assertThat(seenBy(other).standing()).isEqualTo(Standing.WORKING);
    }

    @Test
    void aProcessThatIsStoppedSaysSoWithWhatItsRunsHadReached() {
        var one = processes.another();
        var other = processes.another();
        begin(one, 1);
        begun.getFirst().at(new Counted(5));
        one.end();
        assertThat(begun.getFirst().isToStop()).isTrue();
        assertThat(seenBy(other).standing()).isEqualTo(Standing.INTERRUPTED);
        assertThat(seenBy(other).state()).isEqualTo(new Counted(5));
        begun.getFirst().end(new Counted(6));
        assertThat(seenBy(other).standing()).isEqualTo(Standing.INTERRUPTED);
    }

    @Test
    void whoHasTheDatabaseAloneKnowsThatAllOthersHaveEnded() {
        begin(processes.onlyOne(), 1);
        var restarted = processes.onlyOne();
        assertThat(seenBy(restarted).standing()).isEqualTo(Standing.INTERRUPTED);
        assertThat(begin(restarted, 2)).isTrue();
    }

    @Test
    void whatARunHasFoundIsTakenOnce() {
        var one = processes.another();
        begin(one, 1);
        begun.getFirst().end(new Counted(1));
        var key = seenBy(one).key();
        begin(one, 2);
        assertThat(in(one).take(subject, key)).as("another has its place").isFalse();
        begun.getLast().end(new Counted(2));
        assertThat(in(one).take(subject, seenBy(one).key())).isTrue();
        assertThat(in(one).take(subject, key)).isFalse();
        assertThat(in(one).find(subject)).isEmpty();
    }

    @Test
    void aRunThatIsForgottenElsewhereStops() {
        var one = processes.another();
        begin(one, 1);
        in(processes.another()).forget(subject);
        one.look();
        assertThat(begun.getFirst().isToStop()).isTrue();
        assertThat(in(one).find(subject)).isEmpty();
    }

    @Test
    void viewsOfAnotherProcessAreToldOfWhatHappensAndOfNothingElse() {
        var one = processes.another();
        var other = processes.another();
        in(other);
        var told = new AtomicInteger();
        other.updates().listen(new LiveUpdates.Channel(KIND, subject), message -> told.incrementAndGet());
        other.look();
        assertThat(told).hasValue(0);
        begin(one, 1);
        other.look();
        other.look();
        assertThat(told).as("it has begun").hasValue(1);
        one.clock().advance(Duration.ofSeconds(1));
        one.look();
        other.look();
        assertThat(told).as("it is further").hasValue(2);
        other.clock().advance(LONG);
        other.look();
        other.look();
        assertThat(told).as("it is not heard of").hasValue(3);
        in(one).forget(subject);
        other.look();
        assertThat(told).as("it is gone").hasValue(4);
    }

    @Test
    void howManyAreLookedAtDoesNotMatter() {
        var other = processes.another();
        in(other);
        var more = new ArrayList<UUID>();
        more.add(subject);
        listen(other, more);
        var few = SqlCounter.count(other::look);
        more.clear();
        for (var i = 0; i < 10; i++) {
            more.add(Ids.next());
        }
        listen(other, more);
        assertThat(SqlCounter.count(other::look)).isEqualTo(few).isEqualTo(1);
        assertThat(SqlCounter.count(() -> in(other).find(subject))).isEqualTo(1);
    }

    private static void listen(Processes.Other process, List<UUID> subjects) {
        subjects.forEach(each -> process.updates().listen(new LiveUpdates.Channel(KIND, each), message -> {}));
    }
}
