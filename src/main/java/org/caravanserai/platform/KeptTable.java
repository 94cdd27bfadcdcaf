package org.caravanserai.platform;

import java.util.List;
import java.util.Optional;

/**
 * A table whose rows belong to meetings, as an archive of a meeting takes it. Columns that are not named stay here: what
 * is secret, and what only this installation can use.
 *
 * @param name the table's name, by which the archive's file is called too
 * @param columns what an archive takes of a row
 * @param rows the condition for the rows of the meeting {@code :meeting}; {@code :hidden} are the keys of what is
 *     concealed from whoever asks, at least one
 * @param use whether the rows come back when an archive is taken in
 * @param file the file that each row has beside it, if any
 */
public record KeptTable(String name, List<String> columns, String rows, Use use, Optional<KeptFile> file) {

    /** What becomes of rows when an archive is taken in. */
    public enum Use {
        /** They become rows of the new meeting. */
        TAKEN,
        /** They are there to be read alone: what has happened cannot be made to have happened elsewhere. */
        READ
    }

    /**
     * The file of a row.
     *
     * @param column holds the key among the {@link StoredFiles}
     * @param nameColumn what names the file for people
     * @param packed whether the stored bytes are compressed JSON that speaks of other rows by their keys
     */
    public record KeptFile(String column, String nameColumn, boolean packed) {}

    /** A table whose rows come back; columns are separated by spaces. */
    public static KeptTable taken(String name, String columns, String rows) {
        return new KeptTable(name, List.of(columns.split(" ", -1)), rows, Use.TAKEN, Optional.empty());
    }

    /** A table whose rows are there to be read alone; columns are separated by spaces. */
    public static KeptTable read(String name, String columns, String rows) {
        return new KeptTable(name, List.of(columns.split(" ", -1)), rows, Use.READ, Optional.empty());
    }

    /** The same with a file for each row. */
    public KeptTable with(KeptFile file) {
        return new KeptTable(name, columns, rows, use, Optional.of(file));
    }
}
