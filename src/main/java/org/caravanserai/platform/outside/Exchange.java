package org.caravanserai.platform.outside;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One request and its answer in HTTP/1.1 (RFC 9112) over one connection, which ends with it. The clients of the JDK cannot be
 * told which network address to use for a name, and look it up again.
 */
final class Exchange {

    private static final int LONGEST_HEAD = 64 * 1024;

    private final InputStream in;
    private final int limit;
    private final boolean cut;
    private int head = LONGEST_HEAD;

    /**
     * An exchange.
     *
     * @param limit how many bytes of a body are read
     * @param cut whether a longer one is cut there, rather than refused
     */
    private Exchange(InputStream in, int limit, boolean cut) {
        this.in = in;
        this.limit = limit;
        this.cut = cut;
    }

    static OutsideAnswer of(Socket socket, OutsideAddress address, OutsideRequest request, int limit)
            throws IOException {
        var out = socket.getOutputStream();
        out.write(request.bytes(address));
        out.flush();
        return new Exchange(new BufferedInputStream(socket.getInputStream()), limit, request.cut()).answer();
    }

    private OutsideAnswer answer() throws IOException {
        int status = status();
        var headers = headers();
        while (status >= 100 && status < 200) {
            status = status();
            headers = headers();
        }
        var body = status == 204 || status == 304 ? new byte[0] : body(headers);
        return new OutsideAnswer(status, Map.copyOf(headers), body);
    }

    private int status() throws IOException {
        var line = line();
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new ProtocolException("no status line");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("no header");
            }
            headers.merge(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        var body = new ByteArrayOutputStream();
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            for (long size = chunk(); size > 0; size = chunk()) {
                if (!take(size, body)) {
                    return body.toByteArray();
                }
                if (!line().isEmpty()) {
                    throw new ProtocolException("no end of a chunk");
                }
            }
        } else if (headers.containsKey("content-length")) {
            take(length(headers.getOrDefault("content-length", "")), body);
        } else {
            untilTheEnd(body);
        }
        return body.toByteArray();
    }

    /** Takes so many bytes; false if the limit cut them. */
    private boolean take(long size, ByteArrayOutputStream body) throws IOException {
        var room = limit - body.size();
        if (size > room && !cut) {
            throw new TooBig();
        }
        int wanted = (int) Math.min(size, room);
        var bytes = in.readNBytes(wanted);
        if (bytes.length < wanted) {
            throw new EOFException();
        }
        body.writeBytes(bytes);
        return size <= room;
    }

    private void untilTheEnd(ByteArrayOutputStream body) throws IOException {
        body.writeBytes(in.readNBytes(limit));
        if (!cut && in.read() >= 0) {
            throw new TooBig();
        }
    }

    private long chunk() throws IOException {
        var size = line().replaceFirst(";.*", "").strip();
        if (!size.matches("[0-9A-Fa-f]{1,12}")) {
            throw new ProtocolException("no size of a chunk");
        }
        return Long.parseLong(size, 16);
    }

    private static long length(String written) throws ProtocolException {
        if (!written.matches("\\d{1,15}")) {
            throw new ProtocolException("no length");
        }
        return Long.parseLong(written);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (--head < 0) {
                throw new ProtocolException("the head is too long");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** The body is longer than the limit. */
    static final class TooBig extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
