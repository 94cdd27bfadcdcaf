package org.caravanserai.agenda.ui;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.caravanserai.agenda.PlacingResult;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.agenda.planning.PlanMove;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Adopts an agenda that was shown, says what came of it, and offers to undo it. */
final class Adopting {

    private static final int MOST_NAMED = 5;

    private Adopting() {}

    static void adopt(
            Words words,
            List<PlanMove> moves,
            Supplier<PlacingResult> adopt,
            Supplier<PlacingResult> undo,
            Consumer<PlacingResult> then) {
        try {
            var result = adopt.get();
            switch (result) {
                case PlacingResult.Done done ->
                    Notices.done(words.get("optimiser.adopted", moves.size()), () -> tell(words, moves, undo.get()));
                case PlacingResult.Blocked blocked -> Notices.warning(blocked(words, blocked));
                case PlacingResult.Stale stale -> Notices.warning(stale(words, moves, stale));
            }
            then.accept(result);
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private static void tell(Words words, List<PlanMove> moves, PlacingResult undone) {
        switch (undone) {
            case PlacingResult.Done done -> Notices.done(words.get("optimiser.undone", moves.size()));
            case PlacingResult.Blocked blocked -> Notices.warning(blocked(words, blocked));
            case PlacingResult.Stale stale -> Notices.warning(stale(words, moves, stale));
        }
    }

    private static String blocked(Words words, PlacingResult.Blocked blocked) {
        var byKind = blocked.conflicts().stream()
                .collect(Collectors.groupingBy(Conflict::kind, TreeMap::new, Collectors.counting()));
        return words.get(
                "conflict.blocked.plan",
                byKind.entrySet().stream()
                        .map(kind ->
                                ConflictWords.kind(kind.getKey(), words) + " (" + words.number(kind.getValue()) + ")")
                        .collect(Collectors.joining(", ")));
    }

    private static String stale(Words words, List<PlanMove> moves, PlacingResult.Stale stale) {
        var lost = stale.sessions();
        return words.get(
                "optimiser.stale",
                moves.stream()
                        .filter(move -> lost.contains(move.session()))
                        .limit(MOST_NAMED)
                        .map(move -> words.text(move.title()))
                        .collect(Collectors.joining(", ")));
    }
}
