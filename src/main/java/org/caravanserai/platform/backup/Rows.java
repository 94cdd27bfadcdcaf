package org.caravanserai.platform.backup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Reads a table row by row, each as the JSON array that stands for it in every database, and sums them up. */
final class Rows {

    private static final int FETCHED_AT_ONCE = 200;
    private static final BigInteger SUMS = BigInteger.ONE.shiftLeft(256);

    private final JsonMapper json = JsonMapper.shared();
    private final MessageDigest digest;
    private BigInteger sum = BigInteger.ZERO;
    private long count;

    Rows() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes each row in its turn. */
    interface Reader {
        void read(String row) throws java.io.IOException;
    }

    /** Reads these columns of all rows; the sums are of this reading. */
    void read(Connection connection, Table table, List<String> columns, Reader reader)
            throws SQLException, java.io.IOException {
        var kinds = columns.stream().map(column -> table.column(column).kind()).toList();
        try (var statement = connection.prepareStatement(
                "select " + columns.stream().collect(Collectors.joining(", ")) + " from " + table.name())) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            for (var row = statement.executeQuery(); row.next(); ) {
                var told = new ArrayList<Object>(kinds.size());
                for (var at = 0; at < kinds.size(); at++) {
                    told.add(kinds.get(at).tell(row, at + 1));
                }
                var line = json.writeValueAsString(told);
                sum = sum.add(new BigInteger(1, digest.digest(line.getBytes(StandardCharsets.UTF_8))))
                        .mod(SUMS);
                count++;
                reader.read(line);
            }
        }
    }

    long count() {
        return count;
    }

    String checksum() {
        var bytes = sum.toByteArray();
        var whole = new byte[32];
        for (int at = 0; at < Math.min(32, bytes.length); at++) {
            whole[31 - at] = bytes[bytes.length - 1 - at];
        }
        return HexFormat.of().formatHex(whole);
    }
}
