package org.caravanserai.proposal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.people.Degree;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Rank;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/**
 * A proposal as it was handed in, with everything that belongs to it.
 *
 * @param minutes the wished length
 * @param talkLanguage BCP 47 tag of what is spoken
 * @param slideLanguage BCP 47 tag of what is shown
 * @param expectedAudience how many people may come; 0 when not told
 * @param forSession for a talk, the session it is meant for
 * @param submittedAt when it was first handed in; empty for a draft
 * @param reviseUntil until when the committee waits for a revision; empty unless it does
 */
public record ProposalView(
        ProposalId proposal,
        String code,
        MeetingOf meeting,
        ProposalState state,
        TypeOf type,
        LocalizedText title,
        LocalizedText abstractText,
        List<TopicOf> topics,
        int minutes,
        String talkLanguage,
        String slideLanguage,
        int expectedAudience,
        Optional<SessionOf> forSession,
        List<PersonOn> people,
        List<Answer> answers,
        List<ProposalFiles.Kept> files,
        StatedTimes times,
        Instant createdAt,
        Optional<Instant> submittedAt,
        Instant changedAt,
        Optional<Instant> reviseUntil) {

    /** The meeting it was proposed to. */
    public record MeetingOf(MeetingId id, String slug, LocalizedText name, ZoneId zone, LocalizedText city) {}

    /** What it would be. */
    public record TypeOf(UUID key, String typeKey, LocalizedText name, SessionType.Kind kind) {}

    /** One of its topics; the first is the main one. */
    public record TopicOf(UUID key, String topicKey, LocalizedText name, int hue) {}

    /** Another proposal, a session that this talk is meant for. */
    public record SessionOf(ProposalId proposal, String code, LocalizedText title) {}

    /**
     * A person on it, in order.
     *
     * @param person empty while someone invited by mail has not answered
     * @param affiliation where she works, as printed; may be empty
     * @param country ISO 3166-1 alpha-2; may be empty
     */
    public record PersonOn(
            UUID key,
            Optional<PersonId> person,
            PersonName name,
            ContributorRole role,
            Contributor.Answer answer,
            Degree degree,
            Rank rank,
            String affiliation,
            String country) {}

    /**
     * An answer to a question of the call.
     *
     * @param text what was typed, {@code yes} or {@code no}, or a date; empty when picked from options
     * @param picked the options picked
     */
    public record Answer(
            UUID question, LocalizedText label, Question.Kind kind, String text, List<LocalizedText> picked) {}

    /**
     * A time at which it was handed in.
     *
     * @param number counts from 1
     * @param author who did; empty for an import
     * @param changes what differs from the one before; empty for the first
     */
    public record RevisionOf(int number, Instant at, Optional<PersonName> author, List<Change> changes) {}

    /**
     * A field that differs.
     *
     * @param field a name of {@link DraftContent} such as {@code title.en}, or {@code contributors} or {@code files}
     * @param question the words of the question, for an answer's field
     */
    public record Change(String field, Optional<LocalizedText> question, TextDifference difference) {}
}
