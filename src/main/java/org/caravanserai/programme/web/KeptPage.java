package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.caravanserai.text.Sha256;

/** An answer as it leaves: its bytes, plain and compressed, each with a strong tag of its own. Immutable. */
final class KeptPage {

    static final String HTML = "text/html;charset=UTF-8";

    /**
     * Browsers ask each time; a cache that many share may answer for two seconds without asking, which is how late another
     * process sees a release anyway (see {@code docs/decisions/0010-shared-caches.md}).
     */
    static final String FOR_EVERYONE = "public, max-age=0, s-maxage=1, must-revalidate";

    private final String contentType;
    private final String fileName;
    private final byte[] plain;
    private final byte[] zipped;
    private final String plainTag;
    private final String zippedTag;

    /** An answer; a file name makes browsers save it under that name, an empty one does not. */
    KeptPage(String contentType, String fileName, byte[] plain) {
        this.contentType = contentType;
        this.fileName = fileName;
        this.plain = plain;
        this.zipped = zip(plain);
        var hash = hash(plain);
        this.plainTag = "\"" + hash + "\"";
        this.zippedTag = "\"" + hash + "-gz\"";
    }

    /** What it occupies in memory, in bytes. */
    int weight() {
        return plain.length + zipped.length + 500;
    }

    /** How many bytes a browser loads. */
    int zippedLength() {
        return zipped.length;
    }

    /** Answers a request with it, or with nothing but 304 if the reader has it already. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(FOR_EVERYONE, request, response);
    }

    /** As {@link #send}, for one reader's own answer: nobody on the way keeps it. */
    void sendToOne(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send("private, no-cache", request, response);
    }

    private void send(String caching, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var zip = accepts(request.getHeader("Accept-Encoding"));
        var tag = zip ? zippedTag : plainTag;
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", caching);
        response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
        if (matches(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(contentType);
        if (!fileName.isEmpty()) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        }
        if (zip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var bytes = zip ? zipped : plain;
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    private static boolean accepts(@org.jspecify.annotations.Nullable String encodings) {
        if (encodings == null) {
            return false;
        }
        var at = encodings.toLowerCase(Locale.ROOT).indexOf("gzip");
        return at >= 0
                && !encodings.startsWith(";q=0,", at + 4)
                && !encodings.substring(at + 4).equals(";q=0");
    }

    private static boolean matches(@org.jspecify.annotations.Nullable String stated, String tag) {
        if (stated == null) {
            return false;
        }
        if (stated.strip().equals("*")) {
            return true;
        }
        for (var one : stated.split(",", -1)) {
            var candidate = one.strip();
            if ((candidate.startsWith("W/") ? candidate.substring(2) : candidate).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] zip(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (var out = new GZIPOutputStream(bytes) {
            {
                // Compressed once, sent often.
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] bytes) {
        return Sha256.base64(bytes).substring(0, 22);
    }
}
