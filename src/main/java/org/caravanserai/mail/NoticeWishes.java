package org.caravanserai.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * How a person wishes to be told of things.
 *
 * @param choices by the name of the kind; what is not there is told as usual
 * @param digestHour the hour of the day, on her own clock, at which the digest comes
 * @param quiet when no mail comes that may wait; empty if it may always come
 * @param skipSeen whether mail about what she has seen in the application is not sent
 */
public record NoticeWishes(
        Map<String, NoticeChoice> choices, int digestHour, Optional<QuietHours> quiet, boolean skipSeen) {

    /** What holds for whoever has chosen nothing: everything comes, and at once. */
    public static final NoticeWishes NONE = new NoticeWishes(Map.of(), 8, Optional.empty(), false);

    /** How long mail waits for being seen in the application first. */
    public static final Duration TIME_TO_SEE = Duration.ofMinutes(10);

    /**
     * The way that a message takes.
     *
     * @param inApplication whether it is told in the application
     * @param mail whether and when it is told by mail
     * @param due when the mail leaves at the earliest
     * @param unlessSeen whether the mail does not leave if it was seen in the application by then
     */
    record Way(boolean inApplication, NoticeChoice.ByMail mail, Instant due, boolean unlessSeen) {

        static Way usual(NoticeKind kind, Instant at) {
            return new Way(kind.isChoosable(), NoticeChoice.ByMail.AT_ONCE, at, false);
        }
    }

    /** What she chose about a kind. */
    public NoticeChoice of(String kind) {
        return choices.getOrDefault(kind, NoticeChoice.USUAL);
    }

    /**
     * The way that a message to her takes.
     *
     * @param at when it would leave if she had chosen nothing
     * @param zone her own
     */
    Way way(NoticeKind kind, Instant at, ZoneId zone) {
        if (!kind.isChoosable()) {
            return Way.usual(kind, at);
        }
        var choice = of(kind.name());
        var unlessSeen = skipSeen && choice.inApplication();
        return switch (kind.ways().contains(choice.mail()) ? choice.mail() : NoticeChoice.ByMail.AT_ONCE) {
            case NEVER -> new Way(choice.inApplication(), NoticeChoice.ByMail.NEVER, at, false);
            case DIGEST ->
                new Way(choice.inApplication(), NoticeChoice.ByMail.DIGEST, nextDigest(at, zone), unlessSeen);
            case AT_ONCE -> {
                var waits = kind.urgency() == NoticeKind.Urgency.ORDINARY;
                var seen = waits && unlessSeen ? at.plus(TIME_TO_SEE) : at;
                var due =
                        waits ? quiet.map(hours -> hours.firstAfter(seen, zone)).orElse(seen) : seen;
                yield new Way(choice.inApplication(), NoticeChoice.ByMail.AT_ONCE, due, unlessSeen);
            }
        };
    }

    /** When her digest comes next after an instant. */
    Instant nextDigest(Instant after, ZoneId zone) {
        var day = after.atZone(zone).toLocalDate();
        var today = day.atTime(digestHour, 0).atZone(zone).toInstant();
        return today.isAfter(after)
                ? today
                : day.plusDays(1).atTime(digestHour, 0).atZone(zone).toInstant();
    }
}
