package org.caravanserai.agenda;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** What can be placed in a room at a time: an accepted, confirmed proposal, or an item that an organiser adds. */
@Entity
public class Session extends Aggregate {

    /** The shortest session, in minutes. */
    public static final int SHORTEST = 5;

    /** The longest time that can be kept free before or after a session, in minutes. */
    public static final int LONGEST_GAP = 240;

    /** The longest session, in minutes. */
    public static final int LONGEST = 24 * 60;

    private UUID meeting;

    private String code = Ids.code();

    private @Nullable UUID proposal;

    private UUID sessionType;

    private LocalizedText title;

    private LocalizedText abstractText = LocalizedText.EMPTY;

    @Convert(converter = StringSetConverter.class)
    private Set<String> topics = new LinkedHashSet<>();

    private int minutes;

    private String talkLanguage = "en";

    private String slideLanguage = "en";

    private int expectedAudience;

    private int beforeMinutes;

    private int afterMinutes;

    private boolean cancelled;

    private @Nullable UUID joined;

    @SuppressWarnings("NullAway.Init")
    protected Session() {}

    /** An item that an organiser adds, such as a break. */
    public Session(MeetingId meeting, UUID sessionType, LocalizedText title, int minutes) {
        this.meeting = meeting.value();
        this.sessionType = sessionType;
        this.title = title;
        resize(minutes);
        if (title.exactly(Language.EN).isEmpty()) {
            throw Refusal.at("title", "agenda.title.required");
        }
    }

    /** A session made of a confirmed proposal; it takes over the proposal's code. */
    public static Session of(
            MeetingId meeting, ProposalId proposal, String code, UUID sessionType, LocalizedText title, int minutes) {
        var session = new Session(meeting, sessionType, title, minutes);
        session.proposal = proposal.value();
        session.code = code;
        return session;
    }

    public SessionId id() {
        return new SessionId(key());
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    /** The public six-character code. */
    public String code() {
        return code;
    }

    /** The proposal it came from; empty for an organiser's item. */
    public Optional<ProposalId> proposal() {
        return Optional.ofNullable(proposal).map(ProposalId::new);
    }

    public UUID sessionType() {
        return sessionType;
    }

    public LocalizedText title() {
        return title;
    }

    public LocalizedText abstractText() {
        return abstractText;
    }

    /** The topics' keys, the main one first. */
    public List<UUID> topics() {
        return topics.stream().map(UUID::fromString).toList();
    }

    public int minutes() {
        return minutes;
    }

    public String talkLanguage() {
        return talkLanguage;
    }

    public String slideLanguage() {
        return slideLanguage;
    }

    public int expectedAudience() {
        return expectedAudience;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Changes what it says. */
    public void describe(
            LocalizedText title,
            LocalizedText abstractText,
            List<UUID> topics,
            String talkLanguage,
            String slideLanguage,
            int expectedAudience) {
        this.title = title;
        this.abstractText = abstractText;
        this.topics = new LinkedHashSet<>(topics.stream().map(UUID::toString).toList());
        this.talkLanguage = talkLanguage;
        this.slideLanguage = slideLanguage;
        this.expectedAudience = expectedAudience;
    }

    /** Changes its length in minutes. */
    public final void resize(int minutes) {
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw Refusal.at("minutes", "agenda.minutes.range");
        }
        this.minutes = minutes;
    }

    /** How long its room is needed before it, to set up. */
    public int beforeMinutes() {
        return beforeMinutes;
    }

    /** How long its room is needed after it, to clear, or its people to travel. */
    public int afterMinutes() {
        return afterMinutes;
    }

    /**
     * Keeps time free before and after it.
     *
     * @throws Refusal if one is less than none or beyond the longest
     */
    public void keepFree(int before, int after) {
        if (before < 0 || before > LONGEST_GAP) {
            throw Refusal.at("before", "agenda.gap.range", LONGEST_GAP);
        }
        if (after < 0 || after > LONGEST_GAP) {
            throw Refusal.at("after", "agenda.gap.range", LONGEST_GAP);
        }
        this.beforeMinutes = before;
        this.afterMinutes = after;
    }

    /** Keeps a published code, as an import does. */
    public void keepCode(String code) {
        this.code = code;
    }

    /** Calls it off; it stays known, as cancelled. */
    public void cancel() {
        cancelled = true;
    }

    /** Takes the calling off back. */
    public void reinstate() {
        cancelled = false;
        joined = null;
    }

    /** Becomes a talk of another session: by itself it takes place no more. */
    public void join(SessionId other) {
        cancelled = true;
        joined = other.value();
    }

    /** The session that it has become a talk of; empty if it is one by itself, called off or not. */
    public Optional<SessionId> joined() {
        return Optional.ofNullable(joined).map(SessionId::new);
    }
}
