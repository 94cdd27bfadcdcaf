package org.caravanserai.platform.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the whole database into one zip and puts it back, from either database into either. The zip holds a manifest and,
 * for each table, a row a line as a JSON array. Both happen in one transaction: a backup is of one moment, and a restore is
 * whole and its checksums are those of the backup, or it has not taken place.
 */
final class Backup {

    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);
    private static final String MANIFEST = "manifest.json";
    private static final int ROWS_AT_ONCE = 200;
    /** Without these two nobody has used the database yet. */
    private static final List<String> TELLING = List.of("account", "meeting");

    private final DataSource database;
    private final Flyway flyway;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Backup(DataSource database, Flyway flyway, Clock clock) {
        this.database = database;
        this.flyway = flyway;
        this.clock = clock;
    }

    /**
     * Writes a backup. The file comes into being whole, readable by its owner alone where the file system knows owners.
     *
     * @throws IllegalArgumentException if the file exists, or the database holds no tables
     */
    Manifest write(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " exists, and no backup is overwritten");
        }
        var current = flyway.info().current();
        if (current == null) {
            throw new IllegalArgumentException("the database is empty");
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var manifest = write(connection, String.valueOf(current.getVersion()), part);
            connection.rollback();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Manifest write(Connection connection, String schema, Path part) throws IOException, SQLException {
        var tables = new ArrayList<Manifest.Table>();
        try (var zip = new ZipOutputStream(create(part), StandardCharsets.UTF_8)) {
            var lines = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            for (var table : Table.of(connection)) {
                zip.putNextEntry(new ZipEntry(entry(table.name())));
                var columns = List.copyOf(table.columns().keySet());
                var rows = new Rows();
                rows.read(connection, table, columns, row -> lines.append(row).append('\n'));
                lines.flush();
                zip.closeEntry();
                tables.add(new Manifest.Table(table.name(), columns, rows.count(), rows.checksum()));
                LOG.info("{}: {} rows", table.name(), rows.count());
            }
            var manifest =
                    new Manifest(Manifest.FORMAT, schema, clock.instant().truncatedTo(ChronoUnit.SECONDS), tables);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            lines.append(json.writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
            lines.flush();
            zip.closeEntry();
            return manifest;
        }
    }

    private static OutputStream create(Path part) throws IOException {
        Files.deleteIfExists(part);
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(part);
    }

    /**
     * Puts a backup into a database that nobody has used yet, in tables as they were then, and changes those to what they
     * are now.
     *
     * @throws IllegalArgumentException if the file is no such backup or is damaged, or the database is in use
     */
    Manifest restore(Path file) throws IOException, SQLException {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            var manifest = manifest(zip);
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .target(manifest.schema())
                    .load()
                    .migrate();
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    restore(connection, zip, manifest);
                    connection.commit();
                } catch (SQLException | IOException | RuntimeException e) {
                    connection.rollback();
                    throw e;
                }
            }
            flyway.migrate();
            return manifest;
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new IllegalArgumentException(zip.getName() + " is no backup: it has no " + MANIFEST);
        }
        try (var in = zip.getInputStream(entry)) {
            var manifest = json.readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new IllegalArgumentException(
                        zip.getName() + " has the form " + manifest.format() + ", which this version does not know");
            }
            return manifest;
        }
    }

    private void restore(Connection connection, ZipFile zip, Manifest manifest) throws IOException, SQLException {
        var tables = Table.of(connection);
        var told = manifest.tables().stream().map(Manifest.Table::name).collect(Collectors.toSet());
        var here = tables.stream().map(Table::name).collect(Collectors.toSet());
        if (!here.equals(told)) {
            throw new IllegalArgumentException("its tables are others: " + differing(here, told));
        }
        try (var statement = connection.createStatement()) {
            for (var name : TELLING) {
                var rows = statement.executeQuery("select 1 from " + name);
                if (rows.next()) {
                    throw new IllegalArgumentException("the database is in use: restore into an empty one");
                }
            }
            for (var table : tables.reversed()) {
                statement.executeUpdate("delete from " + table.name());
            }
        }
        var placed = new HashSet<String>();
        for (var table : tables) {
            var late = table.waitsFor(placed);
            fill(connection, zip, table, manifest.table(table.name()).columns(), late);
            placed.add(table.name());
        }
        placed.clear();
        for (var table : tables) {
            for (var column : table.waitsFor(placed)) {
                point(connection, zip, table, manifest.table(table.name()).columns(), column);
            }
            placed.add(table.name());
        }
        for (var table : tables) {
            count(connection, table);
            check(connection, table, manifest.table(table.name()));
        }
    }

    private static String differing(Set<String> here, Set<String> told) {
        var differing = new HashSet<>(here);
        differing.addAll(told);
        differing.removeIf(name -> here.contains(name) && told.contains(name));
        return differing.stream().sorted().collect(Collectors.joining(", "));
    }

    private void fill(Connection connection, ZipFile zip, Table table, List<String> columns, Set<String> late)
            throws IOException, SQLException {
        var now = columns.stream().filter(column -> !late.contains(column)).toList();
        try (var insert = connection.prepareStatement("insert into " + table.name() + " (" + String.join(", ", now)
                        + ") values (" + now.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")");
                var lines = lines(zip, table)) {
            var waiting = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var row = json.readTree(line);
                for (var at = 0; at < now.size(); at++) {
                    table.column(now.get(at)).kind().give(insert, at + 1, row.get(columns.indexOf(now.get(at))));
                }
                insert.addBatch();
                if (++waiting == ROWS_AT_ONCE) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    /** Fills a column that points at rows which were not there when its own was written. */
    private void point(Connection connection, ZipFile zip, Table table, List<String> columns, String column)
            throws IOException, SQLException {
        var key = table.key();
        try (var update = connection.prepareStatement("update " + table.name() + " set " + column + " = ? where "
                        + key.stream().map(c -> c + " = ?").collect(Collectors.joining(" and ")));
                var lines = lines(zip, table)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var row = json.readTree(line);
                var value = row.get(columns.indexOf(column));
                if (!value.isNull()) {
                    table.column(column).kind().give(update, 1, value);
                    for (var at = 0; at < key.size(); at++) {
                        table.column(key.get(at)).kind().give(update, at + 2, row.get(columns.indexOf(key.get(at))));
                    }
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }

    private static BufferedReader lines(ZipFile zip, Table table) throws IOException {
        var entry = zip.getEntry(entry(table.name()));
        if (entry == null) {
            throw new IllegalArgumentException(zip.getName() + " is damaged: it has no " + entry(table.name()));
        }
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }

    /** Lets the database go on numbering behind the rows that are there. */
    private static void count(Connection connection, Table table) throws SQLException {
        for (var column : table.columns().entrySet()) {
            if (column.getValue().counted()) {
                try (var statement = connection.createStatement()) {
                    var highest = statement.executeQuery(
                            "select coalesce(max(" + column.getKey() + "), 0) + 1 from " + table.name());
                    highest.next();
                    var next = highest.getLong(1);
                    statement.execute("alter table " + table.name() + " alter column " + column.getKey()
                            + " restart with " + next);
                }
            }
        }
    }

    private static void check(Connection connection, Table table, Manifest.Table told)
            throws IOException, SQLException {
        var rows = new Rows();
        rows.read(connection, table, told.columns(), row -> {});
        if (rows.count() != told.rows() || !rows.checksum().equals(told.checksum())) {
            throw new IllegalArgumentException("the backup is damaged: " + table.name() + " is not what it was");
        }
        LOG.info("{}: {} rows", table.name(), rows.count());
    }

    private static String entry(String table) {
        return "tables/" + table + ".jsonl";
    }
}
