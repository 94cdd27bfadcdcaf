package org.caravanserai.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Refuses what comes too often from one source, such as attempts to sign in to one account or from one address. */
@Component
public class RateLimits {

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofHours(24))
            .build();

    /**
     * Takes one of {@code tokens} per {@code period} for a source.
     *
     * @param what what is limited, such as {@code sign-in}
     * @param source who or what is counted; it must not be something the caller can choose freely, such as a forwarded
     *     header
     * @return whether one was left
     */
    public boolean tryTake(String what, String source, int tokens, Duration period) {
        return bucket(what, source, tokens, period).tryConsume(1);
    }

    /**
     * What came of taking one.
     *
     * @param taken whether one was left
     * @param left how many are left now
     * @param next how long until there is one again; zero if there is one now
     * @param full how long until all are there again
     */
    public record Taken(boolean taken, long left, Duration next, Duration full) {}

    /** As {@link #tryTake}, for callers that are told how they stand. */
    public Taken take(String what, String source, int tokens, Duration period) {
        var probe = bucket(what, source, tokens, period).tryConsumeAndReturnRemaining(1);
        return new Taken(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private Bucket bucket(String what, String source, int tokens, Duration period) {
        return buckets.get(
                what + '\n' + source,
                k -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, period))
                        .build());
    }
}
