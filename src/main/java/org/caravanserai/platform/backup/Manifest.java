package org.caravanserai.platform.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param format the version of the backup's own form
 * @param schema the version of the tables, as Flyway numbers them
 */
record Manifest(int format, String schema, Instant madeAt, List<Table> tables) {

    /** The form that is written and read. */
    static final int FORMAT = 1;

    /**
     * One table.
     *
     * @param checksum the sum of the SHA-256 of its rows, so that their order does not matter
     */
    record Table(String name, List<String> columns, long rows, String checksum) {}

    Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the backup has no table " + name));
    }
}
