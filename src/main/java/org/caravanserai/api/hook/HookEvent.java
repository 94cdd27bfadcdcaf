package org.caravanserai.api.hook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a program can be told of. */
public enum HookEvent {
    /** A release was published; told only while the public sees the meeting. */
    RELEASE_PUBLISHED(Audience.PUBLIC),
    /** A release after the first changed sessions; told only while the public sees the meeting. */
    SESSIONS_CHANGED(Audience.PUBLIC),
    /** A proposal was handed in for the first time. */
    PROPOSAL_SUBMITTED(Audience.ORGANISERS),
    /** A proposal was handed in again as the committee wished. */
    PROPOSAL_REVISED(Audience.ORGANISERS),
    /** The contributors of a decision were told of it. */
    DECISION_SENT(Audience.ORGANISERS),
    /** A proposer said that it will take place. */
    PROPOSAL_CONFIRMED(Audience.ORGANISERS),
    /** A proposal was withdrawn by its proposer or called off by the organisers. */
    PROPOSAL_WITHDRAWN(Audience.ORGANISERS),
    /** Nothing happened: an organiser tries the address. */
    TEST(Audience.ORGANISERS);

    private final Audience audience;

    HookEvent(Audience audience) {
        this.audience = audience;
    }

    /** Who may know of an event. */
    public enum Audience {
        /** Anyone: it tells what the public can read. */
        PUBLIC,
        /** Those who run the meeting. */
        ORGANISERS
    }

    /** Who may know of it. */
    public Audience audience() {
        return audience;
    }

    /** The event as programs read it, such as {@code release.published}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Those that an organiser chooses from. */
    public static List<HookEvent> offered() {
        return Arrays.stream(values()).filter(event -> event != TEST).toList();
    }
}
