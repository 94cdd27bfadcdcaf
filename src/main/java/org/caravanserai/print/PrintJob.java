package org.caravanserai.print;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** A document that is to be made, with those who wait for it. */
final class PrintJob implements Progress {

    private static final int MOST_WAITING = 500;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final PrintKey key;
    private final Supplier<byte[]> markup;
    private final Set<String> tickets = new HashSet<>();
    private volatile boolean unwanted;
    private volatile double done = -1;
    private long started;

    PrintJob(PrintKey key, Supplier<byte[]> markup) {
        this.key = key;
        this.markup = markup;
    }

    PrintKey key() {
        return key;
    }

    byte[] markup() {
        return markup.get();
    }

    /** One more who waits, and what she withdraws with; empty where so many wait that none of them can stop it. */
    synchronized String join() {
        if (tickets.size() >= MOST_WAITING) {
            return "";
        }
        var ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return ticket;
    }

    /** One fewer waits; whether nobody does any more. */
    synchronized boolean leave(String ticket) {
        if (tickets.remove(ticket) && tickets.isEmpty()) {
            unwanted = true;
        }
        return unwanted;
    }

    /** Nobody waits any more, whoever did. */
    void stop() {
        unwanted = true;
    }

    void start() {
        started = System.nanoTime();
        at(0);
    }

    boolean isStarted() {
        return done >= 0;
    }

    double done() {
        return done;
    }

    @Override
    public void at(double howFar) {
        if (unwanted) {
            throw new CancellationException();
        }
        if (System.nanoTime() - started > LONGEST.toNanos()) {
            throw new IllegalStateException("a document took longer than " + LONGEST);
        }
        done = Math.max(done, howFar);
    }
}
