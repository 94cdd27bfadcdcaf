package org.caravanserai.shell;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file that somebody has uploaded, as it leaves: always something to be saved, never shown by the browser itself.
 *
 * @param mediaType what its bytes are
 */
public record Attachment(String name, String mediaType, long size) {

    /** An answer with the file's bytes for one reader, which nobody keeps. */
    public ResponseEntity<Resource> toOne(InputStream bytes) {
        return sent("private, no-store", bytes);
    }

    /** An answer with the file's bytes that is the same for everyone. */
    public ResponseEntity<Resource> toAll(String tag, InputStream bytes) {
        var one = sent("public, no-cache", bytes);
        return ResponseEntity.ok().headers(one.getHeaders()).eTag(tag).body(one.getBody());
    }

    private ResponseEntity<Resource> sent(String caching, InputStream bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .contentLength(size)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", caching)
                .body(new InputStreamResource(bytes));
    }
}
