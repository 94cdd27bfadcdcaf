package org.caravanserai.partnering.tables.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Lets as many as possible meet, and those whose meetings are worth most: pairs are put in by paths of two slots where no slot
 * is free as it is, and simulated annealing pushes out what is worth less.
 */
final class ValueSearch {

    private static final int CHECKED_EVERY = 1024;
    private static final int EJECTED_MOST = 3;
    private static final double WARM = 40;
    private static final double COLD = 2;
    private static final double LEFT = 1000;

    private final Timetable timetable;
    private final Terms terms;
    private final SplittableRandom random;

    ValueSearch(Timetable timetable, SplittableRandom random) {
        this.timetable = timetable;
        this.terms = timetable.terms;
        this.random = random;
    }

    /** Puts in what can be put in without pushing anything out, those of the busiest parties first. */
    void insertAll(List<Integer> pairs) {
        var wished = new int[terms.parties];
        pairs.forEach(pair -> {
            wished[terms.first[pair]]++;
            wished[terms.second[pair]]++;
        });
        var order = new ArrayList<>(pairs);
        order.sort(Comparator.<Integer>comparingInt(
                        pair -> Math.max(tight(wished, terms.first[pair]), tight(wished, terms.second[pair])))
                .reversed());
        order.forEach(pair -> {
            if (timetable.slotOf[pair] == Timetable.NONE) {
                insert(pair);
            }
        });
    }

    private int tight(int[] wished, int party) {
        return wished[party] * 100 / (1 + Long.bitCount(terms.free[party]));
    }

    /** Puts in everything else that has a place, the most valuable first. */
    void fill() {
        var rest = new ArrayList<Integer>();
        for (var pair = 0; pair < terms.pairs; pair++) {
            if (timetable.slotOf[pair] == Timetable.NONE && terms.allowed[pair] != 0) {
                rest.add(pair);
            }
        }
        rest.sort(Comparator.comparingInt((Integer pair) -> terms.value[pair]).reversed());
        rest.forEach(this::insert);
    }

    /** Puts a pair in, if that is possible by itself or after an exchange of two slots along one path. */
    boolean insert(int pair) {
        return direct(pair)
                || along(pair, terms.first[pair], terms.second[pair])
                || along(pair, terms.second[pair], terms.first[pair])
                || afterRoom(pair);
    }

    private boolean direct(int pair) {
        var best = Timetable.NONE;
        var room = 0;
        for (var open = open(pair, terms.first[pair]) & open(pair, terms.second[pair]); open != 0; open &= open - 1) {
            var slot = Long.numberOfTrailingZeros(open);
            var free = terms.capacity[slot] - timetable.count[slot];
            if (free > room && timetable.fits(pair, slot)) {
                room = free;
                best = slot;
            }
        }
        if (best != Timetable.NONE) {
            timetable.put(pair, best);
        }
        return best != Timetable.NONE;
    }

    private long open(int pair, int party) {
        return terms.allowed[pair] & ~timetable.busy[party];
    }

    /** One is free in a slot where the other is busy: the other's meeting there gives way to a slot where she is free. */
    private boolean along(int pair, int free, int busy) {
        for (var slots = open(pair, free) & timetable.busy[busy]; slots != 0; slots &= slots - 1) {
            var slot = Long.numberOfTrailingZeros(slots);
            for (var gaps = terms.free[busy] & ~timetable.busy[busy]; gaps != 0; gaps &= gaps - 1) {
                var gap = Long.numberOfTrailingZeros(gaps);
                // A path that was exchanged in vain has changed who is busy when.
                if (timetable.at[busy][slot] != Timetable.NONE
                        && timetable.at[busy][gap] == Timetable.NONE
                        && timetable.at[free][slot] == Timetable.NONE
                        && timetable.trace(busy, slot, gap)
                        && timetable.end() != free
                        && (timetable.isEven()
                                ? timetable.count[slot] < terms.capacity[slot]
                                : timetable.count[gap] < terms.capacity[gap])
                        && timetable.exchange(busy, slot, gap)
                        && timetable.fits(pair, slot)) {
                    timetable.put(pair, slot);
                    return true;
                }
            }
        }
        return false;
    }

    /** Both are free, but the slot is full: something in it gives way to a slot that is not. */
    private boolean afterRoom(int pair) {
        for (var open = open(pair, terms.first[pair]) & open(pair, terms.second[pair]); open != 0; open &= open - 1) {
            var slot = Long.numberOfTrailingZeros(open);
            for (var to = 0; to < terms.slots; to++) {
                if (to != slot && timetable.count[to] < terms.capacity[to] && shift(slot, to)) {
                    if (timetable.fits(pair, slot)) {
                        timetable.put(pair, slot);
                        return true;
                    }
                    break;
                }
            }
        }
        return false;
    }

    private boolean shift(int from, int to) {
        var begin = random.nextInt(terms.parties);
        for (var i = 0; i < terms.parties; i++) {
            var party = (begin + i) % terms.parties;
            if (timetable.at[party][from] != Timetable.NONE
                    && timetable.at[party][to] == Timetable.NONE
                    && timetable.trace(party, from, to)
                    && !timetable.isEven()
                    && timetable.exchange(party, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Anneals for so many steps, or until it is over; ends with the best that it has met. */
    void anneal(int steps, TablesBound bound, BooleanSupplier over) {
        var best = timetable.snapshot();
        var bestLeft = timetable.left;
        var bestTotal = timetable.total;
        for (var step = 0; step < steps && terms.pairs > 0; step++) {
            if (step % CHECKED_EVERY == 0 && over.getAsBoolean()) {
                break;
            }
            var warmth = WARM * Math.pow(COLD / WARM, (double) step / steps);
            var pair = random.nextInt(terms.pairs);
            if (timetable.slotOf[pair] != Timetable.NONE) {
                shuffle(pair);
            } else if (terms.allowed[pair] != 0 && !insert(pair)) {
                push(pair, warmth);
            }
            if (timetable.left < bestLeft || timetable.left == bestLeft && timetable.total > bestTotal) {
                bestLeft = timetable.left;
                bestTotal = timetable.total;
                best = timetable.snapshot();
                if (bestLeft <= bound.left() && bestTotal >= bound.total()) {
                    break;
                }
            }
        }
        timetable.restore(best);
    }

    private void shuffle(int pair) {
        var party = random.nextBoolean() ? terms.first[pair] : terms.second[pair];
        var from = timetable.slotOf[pair];
        var gaps = terms.free[party] & ~timetable.busy[party];
        if (gaps != 0) {
            var to = nth(gaps, random.nextInt(Long.bitCount(gaps)));
            if (timetable.trace(party, from, to) && (timetable.isEven() || timetable.count[to] < terms.capacity[to])) {
                timetable.exchange(party, from, to);
            }
        }
    }

    static int nth(long bits, int n) {
        var rest = bits;
        for (var i = 0; i < n; i++) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest);
    }

    /** Puts a pair in the place of those in its way, if that is worth it or luck will have it. */
    private void push(int pair, double warmth) {
        var slot = nth(terms.allowed[pair], random.nextInt(Long.bitCount(terms.allowed[pair])));
        var out = new int[EJECTED_MOST];
        var n = 0;
        var one = timetable.at[terms.first[pair]][slot];
        var other = timetable.at[terms.second[pair]][slot];
        if (one != Timetable.NONE) {
            out[n++] = one;
        }
        if (other != Timetable.NONE) {
            out[n++] = other;
        }
        if (n == 0) {
            var any = timetable.at[random.nextInt(terms.parties)][slot];
            if (any == Timetable.NONE) {
                return;
            }
            out[n++] = any;
        }
        var before = timetable.total - LEFT * timetable.left;
        for (var i = 0; i < n; i++) {
            if (terms.pinned[out[i]]) {
                return;
            }
        }
        for (var i = 0; i < n; i++) {
            timetable.remove(out[i]);
        }
        var fits = timetable.fits(pair, slot);
        if (fits) {
            timetable.put(pair, slot);
            var gain = timetable.total - LEFT * timetable.left - before;
            if (gain >= 0 || random.nextDouble() < Math.exp(gain / warmth)) {
                for (var i = 0; i < n; i++) {
                    insert(out[i]);
                }
                return;
            }
            timetable.remove(pair);
        }
        for (var i = 0; i < n; i++) {
            timetable.put(out[i], slot);
        }
    }
}
