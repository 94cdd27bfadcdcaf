package org.caravanserai.api.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request. The last part of a problem's type is its name; its title is in the reader's language. */
enum ProblemKind {
    PARAMETER(HttpStatus.BAD_REQUEST),
    BODY(HttpStatus.BAD_REQUEST),
    KEY_MISSING(HttpStatus.BAD_REQUEST),
    REQUEST(HttpStatus.BAD_REQUEST),
    NO_TOKEN(HttpStatus.UNAUTHORIZED),
    BAD_TOKEN(HttpStatus.UNAUTHORIZED),
    SCOPE(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED),
    ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    KEY_BUSY(HttpStatus.CONFLICT),
    FORBIDDEN_PLACE(HttpStatus.CONFLICT),
    STALE(HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    MEDIA(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    PRECONDITION(HttpStatus.PRECONDITION_REQUIRED),
    OFTEN(HttpStatus.TOO_MANY_REQUESTS),
    FAULT(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemKind(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** What names it for programs. */
    String type() {
        return "urn:caravanserai:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
