package org.caravanserai.partnering.tables.solver;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Draws people's meetings together so that few slots between them are idle, by simulated annealing. Nobody more is left
 * without a meeting and the total never falls: two slots are exchanged along a path, or a pair gives its place to one that is
 * worth at least as much.
 */
final class IdleSearch {

    private static final int CHECKED_EVERY = 2048;
    private static final double COLD = 0.12;
    private static final int TRIES = 6;

    private final Timetable timetable;
    private final Terms terms;
    private final SplittableRandom random;
    private double warmth;

    IdleSearch(Timetable timetable, SplittableRandom random) {
        this.timetable = timetable;
        this.terms = timetable.terms;
        this.random = random;
    }

    /** Anneals for so many steps, or until it is over; ends with the best that it has met. */
    void anneal(int steps, double warm, TablesBound bound, BooleanSupplier over) {
        var best = timetable.snapshot();
        var bestLeft = timetable.left;
        var bestTotal = timetable.total;
        var bestIdle = timetable.idle;
        for (var step = 0; step < steps && terms.pairs > 0; step++) {
            if (step % CHECKED_EVERY == 0 && over.getAsBoolean()) {
                break;
            }
            warmth = warm * Math.pow(COLD / warm, (double) step / steps);
            if (random.nextInt(4) > 0) {
                exchange();
            } else {
                replace();
            }
            if (timetable.isBetterThan(bestLeft, bestTotal, bestIdle)) {
                bestLeft = timetable.left;
                bestTotal = timetable.total;
                bestIdle = timetable.idle;
                best = timetable.snapshot();
                if (bestIdle <= bound.idle() && bestTotal >= bound.total()) {
                    break;
                }
            }
        }
        timetable.restore(best);
    }

    private boolean takes(int more) {
        return more <= 0 || random.nextDouble() < Math.exp(-more / warmth);
    }

    /** Moves one meeting of somebody, and all that follow from it. */
    private void exchange() {
        var party = someone();
        var busy = timetable.busy[party];
        var gaps = terms.free[party] & ~busy;
        if (busy == 0 || gaps == 0) {
            return;
        }
        var from = ValueSearch.nth(busy, random.nextInt(Long.bitCount(busy)));
        var to = ValueSearch.nth(gaps, random.nextInt(Long.bitCount(gaps)));
        if (!timetable.trace(party, from, to)) {
            return;
        }
        var more = timetable.idleAfter(party, from, to);
        if (timetable.isEven() || timetable.count[to] < terms.capacity[to]) {
            if (takes(more)) {
                timetable.exchange(party, from, to);
            }
            return;
        }
        back(party, from, to, more);
    }

    /** Somebody idle rather than anybody. */
    private int someone() {
        var party = random.nextInt(terms.parties);
        for (var i = 0; i < TRIES && timetable.idleOf(party) == 0; i++) {
            party = random.nextInt(terms.parties);
        }
        return party;
    }

    /** The other slot is full, so a second path goes the other way at the same time. */
    private void back(int party, int from, int to, int more) {
        var end = timetable.end();
        for (var i = 0; i < 2 * TRIES; i++) {
            var other = random.nextInt(terms.parties);
            if (timetable.at[other][to] == Timetable.NONE
                    || timetable.at[other][from] != Timetable.NONE
                    || other == end
                    || !timetable.trace(other, to, from)
                    || timetable.isEven()) {
                continue;
            }
            if (takes(more + timetable.idleAfter(other, to, from)) && timetable.exchange(other, to, from)) {
                if (!timetable.trace(party, from, to) || !timetable.exchange(party, from, to)) {
                    timetable.trace(other, from, to);
                    timetable.exchange(other, from, to);
                }
            }
            return;
        }
    }

    /** Lets a pair meet that does not yet, in the place of one that is worth no more. */
    private void replace() {
        var in = random.nextInt(terms.pairs);
        for (var i = 0; i < TRIES && timetable.slotOf[in] != Timetable.NONE; i++) {
            in = random.nextInt(terms.pairs);
        }
        if (timetable.slotOf[in] != Timetable.NONE || terms.allowed[in] == 0) {
            return;
        }
        var slot = ValueSearch.nth(terms.allowed[in], random.nextInt(Long.bitCount(terms.allowed[in])));
        var one = timetable.at[terms.first[in]][slot];
        var other = timetable.at[terms.second[in]][slot];
        if (one != Timetable.NONE && other != Timetable.NONE) {
            return;
        }
        var out = one == Timetable.NONE ? other : one;
        if (out == Timetable.NONE) {
            out = elsewhere(in, slot);
        }
        if (out == Timetable.NONE || terms.pinned[out] || terms.value[out] > terms.value[in]) {
            return;
        }
        swap(out, in, slot);
    }

    /** What gives way where both are free: a meeting of one of them at another time, or any of that slot. */
    private int elsewhere(int in, int slot) {
        if (random.nextBoolean()) {
            return timetable.at[random.nextInt(terms.parties)][slot];
        }
        var party = random.nextBoolean() ? terms.first[in] : terms.second[in];
        var busy = timetable.busy[party];
        return busy == 0
                ? Timetable.NONE
                : timetable.at[party][ValueSearch.nth(busy, random.nextInt(Long.bitCount(busy)))];
    }

    private void swap(int out, int in, int slot) {
        var left = timetable.left;
        var idle = timetable.idle;
        var gain = terms.value[in] - terms.value[out];
        var was = timetable.slotOf[out];
        timetable.remove(out);
        if (timetable.fits(in, slot)) {
            timetable.put(in, slot);
            if (timetable.left < left || timetable.left == left && (gain > 0 || takes(timetable.idle - idle))) {
                return;
            }
            timetable.remove(in);
        }
        timetable.put(out, was);
    }
}
