package org.caravanserai.agenda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one person can undo and redo on one agenda, derived from her moves in the log. Moves of others do not touch it: that
 * they have moved the same session since is found out when she asks.
 */
final class MoveHistory {

    /** Moves that were made together. */
    record Batch(UUID key, List<LoggedMove> moves) {}

    private final Deque<Batch> done = new ArrayDeque<>();
    private final Deque<Batch> undone = new ArrayDeque<>();

    /** The history that these moves of one person make, in the order of the log. */
    MoveHistory(List<LoggedMove> moves) {
        var batch = new ArrayList<LoggedMove>();
        for (var move : moves) {
            if (!batch.isEmpty() && !batch.getFirst().batch().equals(move.batch())) {
                add(batch);
                batch.clear();
            }
            batch.add(move);
        }
        if (!batch.isEmpty()) {
            add(batch);
        }
    }

    /** Notes moves that she has made together. */
    void add(List<LoggedMove> together) {
        var first = together.getFirst();
        var batch = new Batch(first.batch(), List.copyOf(together));
        switch (first.kind()) {
            case MOVE, RESTORE -> {
                undone.clear();
                done.push(batch);
            }
            case UNDO -> {
                done.removeIf(b -> b.key().equals(first.takesBack()));
                undone.push(batch);
            }
            case REDO -> {
                undone.removeIf(b -> b.key().equals(first.takesBack()));
                done.push(batch);
            }
            case SYSTEM -> {
                return;
            }
        }
    }

    /** What undo would take back. */
    Optional<Batch> toUndo() {
        return Optional.ofNullable(done.peek());
    }

    /** The undoing that redo would take back. */
    Optional<Batch> toRedo() {
        return Optional.ofNullable(undone.peek());
    }

    /** Gives up what can be neither undone nor redone any more, so that the one before comes next. */
    void drop(Batch batch) {
        done.remove(batch);
        undone.remove(batch);
    }
}
