package org.caravanserai.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bytes of files, kept in the database in pieces so that they are saved, backed up and rolled back with what they
 * belong to, alike on every database. It knows no names and no rights: both are the owner's.
 */
@Component
public class StoredFiles {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores bytes in the current transaction.
     *
     * @param bytes read to the end; the caller closes it
     * @return the key to read or delete them by
     * @throws UncheckedIOException if the stream cannot be read
     */
    @Transactional
    public UUID store(InputStream bytes) {
        var key = Ids.next();
        try {
            int number = 0;
            for (var piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
                jdbc.sql("insert into stored_piece (file_id, piece, bytes) values (?, ?, ?)")
                        .params(key, number++, piece)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key;
    }

    /** A stream over the bytes that reads piece by piece; empty if there is no such file. */
    public InputStream open(UUID key) {
        return new SequenceInputStream(new Enumeration<>() {
            private int number;
            private byte[] next = piece(key, 0);

            @Override
            public boolean hasMoreElements() {
                return next.length > 0;
            }

            @Override
            public InputStream nextElement() {
                var current = next;
                next = piece(key, ++number);
                return new java.io.ByteArrayInputStream(current);
            }
        });
    }

    /** The bytes as a whole, of files that are small by a rule of their owner; none if there is no such file. */
    public byte[] bytes(UUID key) {
        try (var in = open(key)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the bytes in the current transaction. */
    @Transactional
    public void delete(UUID key) {
        jdbc.sql("delete from stored_piece where file_id = ?").param(key).update();
    }

    private byte[] piece(UUID key, int number) {
        return jdbc.sql("select bytes from stored_piece where file_id = ? and piece = ?")
                .params(key, number)
                .query((row, i) -> row.getBytes(1))
                .optional()
                .orElseGet(() -> new byte[0]);
    }
}
