package org.caravanserai.exchange.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.caravanserai.text.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An archive that was uploaded, opened for reading. What it claims of its sizes is not believed: reading stops where an
 * entry becomes larger than it may be. Nothing is ever written by the names of its entries.
 */
final class ArchiveFile implements AutoCloseable {

    private final ZipFile zip;
    private final Set<String> unread = new TreeSet<>();

    private ArchiveFile(ZipFile zip) {
        this.zip = zip;
        zip.stream().filter(e -> !e.isDirectory()).forEach(e -> unread.add(e.getName()));
        unread.remove("README.txt");
    }

    /**
     * Opens an archive.
     *
     * @throws Refusal if it is none, or one of a later form
     */
    @SuppressWarnings("MustBeClosedChecker")
    static ArchiveFile open(Path file) {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Refusal.of("exchange.archive.damaged");
        }
        var opened = new ArchiveFile(zip);
        try {
            opened.check();
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void check() {
        if (zip.size() > ArchiveFormat.MOST_ENTRIES) {
            throw Refusal.of("exchange.archive.many", ArchiveFormat.MOST_ENTRIES);
        }
        if (zip.getEntry(ArchiveFormat.MANIFEST) == null) {
            throw Refusal.of("exchange.archive.other");
        }
        var manifest = object(ArchiveFormat.MANIFEST);
        if (!manifest.path("format").asString("").equals(ArchiveFormat.NAME)) {
            throw Refusal.of("exchange.archive.other");
        }
        var version = manifest.path("version").asInt(0);
        if (version < 1 || version > ArchiveFormat.VERSION) {
            throw Refusal.of("exchange.archive.version", version, ArchiveFormat.VERSION);
        }
    }

    /** A file that holds one object. */
    ObjectNode object(String name) {
        return tree(name).orElseThrow(() -> Refusal.of("exchange.archive.missing", name)) instanceof ObjectNode object
                ? object
                : refuse(name);
    }

    /** A file that holds a list of objects; without it, there are none. */
    List<ObjectNode> rows(String name) {
        var rows = new ArrayList<ObjectNode>();
        var tree = tree(name);
        if (tree.isPresent()) {
            if (!tree.get().isArray()) {
                refuse(name);
            }
            for (var row : tree.get()) {
                if (!(row instanceof ObjectNode object)) {
                    throw Refusal.of("exchange.archive.row", name, rows.size() + 1);
                }
                rows.add(object);
            }
        }
        return rows;
    }

    /** The bytes of a file, no more than these. */
    byte[] bytes(String name, long largest) {
        return read(name, largest).orElseThrow(() -> Refusal.of("exchange.archive.missing", name));
    }

    /** What nobody asked for. */
    Set<String> unread() {
        return unread;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // It was only read.
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Optional<JsonNode> tree(String name) {
        return read(name, ArchiveFormat.LARGEST_TABLE).map(bytes -> {
            try {
                return ArchiveFormat.JSON.readTree(bytes);
            } catch (JacksonException e) {
                var line = e.getLocation() == null
                        ? 1
                        : Math.max(1, e.getLocation().getLineNr());
                throw Refusal.of("exchange.archive.json", name, line);
            }
        });
    }

    private Optional<byte[]> read(String name, long largest) {
        unread.remove(name);
        var entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var bytes = new ByteArrayOutputStream();
            var piece = new byte[64 * 1024];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                bytes.write(piece, 0, read);
                if (bytes.size() > largest) {
                    throw Refusal.of("exchange.archive.large", name, largest / 1024 / 1024);
                }
            }
            return Optional.of(bytes.toByteArray());
        } catch (IOException e) {
            throw Refusal.of("exchange.archive.entry", name);
        }
    }

    private static ObjectNode refuse(String name) {
        throw Refusal.of("exchange.archive.json", name, 1);
    }
}
