package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import org.caravanserai.text.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers with their tags. What can be written has a strong tag, which {@code If-Match} compares; the rest a weak one, so
 * that it may be compressed on its way.
 */
final class Answers {

    private Answers() {}

    /** What anyone may read and keep. */
    static ResponseEntity<byte[]> published(Object value, HttpServletRequest request) {
        return send(value, "public, no-cache", false, request);
    }

    /** What only this token may read. */
    static ResponseEntity<byte[]> own(Object value, HttpServletRequest request) {
        return send(value, "private, no-cache", false, request);
    }

    /** What only this token may read, and a token may change. */
    static ResponseEntity<byte[]> writable(Object value, HttpServletRequest request) {
        return send(value, "private, no-cache", true, request);
    }

    /** Done, and nothing to say. */
    static ResponseEntity<byte[]> done() {
        return ResponseEntity.noContent()
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** The strong tag of what can be written. */
    static String tag(Object value) {
        return tagOf(ApiJson.bytes(value));
    }

    /** A hash of bytes, in characters that need no quoting. */
    static String hash(byte[] bytes) {
        return Sha256.base64(bytes);
    }

    private static ResponseEntity<byte[]> send(
            Object value, String caching, boolean strong, HttpServletRequest request) {
        var bytes = ApiJson.bytes(value);
        var tag = tagOf(bytes);
        var known = isKnown(request, tag);
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header("ETag", strong ? tag : "W/" + tag)
                .header("Cache-Control", caching);
        if (caching.startsWith("private")) {
            answer.header("Vary", "Authorization");
        }
        return known
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).body(bytes);
    }

    private static String tagOf(byte[] bytes) {
        return '"' + hash(bytes).substring(0, 22) + '"';
    }

    /** Tags are compared weakly here (RFC 9110, section 13.1.2). */
    private static boolean isKnown(HttpServletRequest request, String tag) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && Collections.list(request.getHeaders("If-None-Match")).stream()
                        .flatMap(stated -> Arrays.stream(stated.split(",", -1)))
                        .map(String::strip)
                        .map(stated -> stated.startsWith("W/") ? stated.substring(2) : stated)
                        .anyMatch(stated -> stated.equals("*") || stated.equals(tag));
    }
}
