package org.caravanserai.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * The part of the search folder that belongs to this process as long as it lives; the operating system takes it back from
 * a process that dies. In it lie the index and, while one is made, its successor.
 */
final class IndexFolder implements Closeable {

    private static final int MOST_PROCESSES = 64;

    private final Path path;
    private final FileChannel lock;

    private IndexFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the first part of a folder that no process holds.
     *
     * @throws IOException if the folder cannot be written to
     */
    static IndexFolder take(Path folder) throws IOException {
        for (int number = 1; number <= MOST_PROCESSES; number++) {
            var part = folder.resolve(Integer.toString(number));
            Files.createDirectories(part);
            var channel = FileChannel.open(part.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isOurs(channel)) {
                return new IndexFolder(part, channel);
            }
            channel.close();
        }
        throw new IOException("No part of " + folder + " is free");
    }

    /** The indexes in it, the newest first; one that is whole is nearly always alone. */
    List<Path> indexes() {
        try (var files = Files.list(path)) {
            return files.filter(Files::isDirectory)
                    .sorted(Comparator.comparingLong(IndexFolder::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty folder for a new index. */
    Path next() throws IOException {
        var last = indexes().stream().mapToLong(IndexFolder::number).max().orElse(0);
        return Files.createDirectories(path.resolve("index-" + (last + 1)));
    }

    /** Removes an index. */
    static void remove(Path index) {
        try (var files = Files.walk(index)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another application in this very process holds it.
            return false;
        }
    }

    private static long number(Path index) {
        var digits = index.getFileName().toString().replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 15 ? 0 : Long.parseLong(digits);
    }
}
