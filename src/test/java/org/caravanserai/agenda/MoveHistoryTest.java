package org.caravanserai.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoveHistoryTest {

    private final List<LoggedMove> log = new ArrayList<>();

    @Test
    void theLastBatchIsUndoneFirstAndAsAWhole() {
        move(MoveKind.MOVE, null, 1);
        var both = move(MoveKind.MOVE, null, 2);

        var next = new MoveHistory(log).toUndo().orElseThrow();

        assertThat(next.key()).isEqualTo(both);
        assertThat(next.moves()).hasSize(2);
    }

    @Test
    void whatWasUndoneIsRedoneInTheOppositeOrder() {
        var first = move(MoveKind.MOVE, null, 1);
        var second = move(MoveKind.MOVE, null, 1);
        var undoneSecond = move(MoveKind.UNDO, second, 1);
        var undoneFirst = move(MoveKind.UNDO, first, 1);

        assertThat(redo()).isEqualTo(undoneFirst);
        var again = move(MoveKind.REDO, undoneFirst, 1);
        assertThat(redo()).isEqualTo(undoneSecond);
        assertThat(undo()).isEqualTo(again);
    }

    @Test
    void aNewMoveLeavesNothingToRedo() {
        var first = move(MoveKind.MOVE, null, 1);
        move(MoveKind.UNDO, first, 1);
        var second = move(MoveKind.MOVE, null, 1);

        assertThat(new MoveHistory(log).toRedo()).isEmpty();
        assertThat(undo()).isEqualTo(second);
    }

    @Test
    void whatMovedWithoutHerIsNotHersToUndo() {
        move(MoveKind.SYSTEM, null, 1);

        assertThat(new MoveHistory(log).toUndo()).isEmpty();
    }

    @Test
    void whatIsGivenUpMakesRoomForTheOneBefore() {
        var first = move(MoveKind.MOVE, null, 1);
        move(MoveKind.MOVE, null, 1);
        var history = new MoveHistory(log);

        history.drop(history.toUndo().orElseThrow());

        assertThat(history.toUndo().orElseThrow().key()).isEqualTo(first);
    }

    private UUID undo() {
        return new MoveHistory(log).toUndo().orElseThrow().key();
    }

    private UUID redo() {
        return new MoveHistory(log).toRedo().orElseThrow().key();
    }

    private UUID move(MoveKind kind, @Nullable UUID takesBack, int sessions) {
        var batch = UUID.randomUUID();
        for (int i = 0; i < sessions; i++) {
            log.add(new LoggedMove(
                    log.size() + 1,
                    batch,
                    kind,
                    takesBack,
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty()));
        }
        return batch;
    }
}
