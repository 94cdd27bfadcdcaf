package org.caravanserai.api.web;

import java.util.Arrays;

/** What a program says it has seen of what it wants to change. */
record IfMatch(String stated) {

    /**
     * Refuses when what is there now has another tag (RFC 9110, section 13.1.1: tags are compared strongly).
     *
     * @throws ApiProblem if so
     */
    void require(String tag) {
        var one = stated.strip();
        if (!one.equals("*")
                && Arrays.stream(one.split(",", -1)).map(String::strip).noneMatch(tag::equals)) {
            throw new ApiProblem(ProblemKind.STALE).header("ETag", tag);
        }
    }
}
