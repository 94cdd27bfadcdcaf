package org.caravanserai.api.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.caravanserai.api.GivenAnswers;
import org.caravanserai.api.GivenAnswers.Answer;
import org.caravanserai.api.GivenAnswers.Outcome;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Carries a request out once, however often it is sent with the same key. */
final class Once {

    private final GivenAnswers answers;
    private final UUID token;
    private final String key;
    private final String hash;

    Once(GivenAnswers answers, UUID token, String key, String hash) {
        this.answers = answers;
        this.token = token;
        this.key = key;
        this.hash = hash;
    }

    /** The answer, given now or before. */
    ResponseEntity<byte[]> answer(Supplier<Object> work) {
        return switch (answers.once(token, key, hash, () -> new Answer(200, text(work.get())))) {
            case Outcome.Fresh fresh -> send(fresh.answer(), false);
            case Outcome.Again again -> send(again.answer(), true);
            case Outcome.Busy busy -> throw new ApiProblem(ProblemKind.KEY_BUSY).header("Retry-After", "1");
            case Outcome.Other other -> throw new ApiProblem(ProblemKind.KEY_REUSED);
        };
    }

    private static String text(Object value) {
        return new String(ApiJson.bytes(value), StandardCharsets.UTF_8);
    }

    private static ResponseEntity<byte[]> send(Answer answer, boolean again) {
        var response = ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "private, no-store");
        if (again) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
