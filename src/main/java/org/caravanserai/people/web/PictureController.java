package org.caravanserai.people.web;

import java.time.Duration;
import org.caravanserai.people.Pictures;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/**
 * Serves the pictures of people. The address with the picture's own key never changes what it shows and is kept for a
 * week; without it, the browser asks each time and mostly hears that nothing has changed.
 */
@Controller
class PictureController {

    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofDays(7)).cachePublic().immutable();

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/people/{code}/picture")
    ResponseEntity<byte[]> picture(
            @PathVariable String code, @RequestParam(defaultValue = "") String v, WebRequest request) {
        var current = pictures.current(code);
        if (current.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        var tag = '"' + current.get().toString() + '"';
        var cache = v.equals(current.get().toString()) ? KEEP : ASK_AGAIN;
        if (tag.equals(request.getHeader("If-None-Match"))) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(cache).build();
        }
        return pictures.of(code)
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .eTag('"' + picture.key().toString() + '"')
                        .cacheControl(cache)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .body(picture.jpeg()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
