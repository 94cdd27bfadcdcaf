package org.caravanserai.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.text.LocalizedText;

/**
 * A call as researchers read it.
 *
 * @param text what is called for, as Markdown
 * @param state where it stood when it was read
 * @param types what may be proposed, in the meeting's order
 * @param questions what is asked, in order, without those removed
 */
public record CallView(
        UUID key,
        MeetingId meeting,
        Instant opensAt,
        Instant closesAt,
        LocalizedText text,
        CallState state,
        List<AllowedType> types,
        List<Asked> questions) {

    /**
     * A session type that may be proposed.
     *
     * @param sessionType the type's key
     * @param usualMinutes what a form begins with, within the limits
     */
    public record AllowedType(
            UUID sessionType,
            String typeKey,
            LocalizedText name,
            SessionType.Kind kind,
            int usualMinutes,
            int minMinutes,
            int maxMinutes) {

        /** Whether a wished length is within the limits. */
        public boolean allows(int minutes) {
            return minutes >= minMinutes && minutes <= maxMinutes;
        }
    }

    /**
     * A question.
     *
     * @param types keys of the session types it is asked for; empty for all
     */
    public record Asked(
            UUID key,
            Question.Kind kind,
            LocalizedText label,
            LocalizedText help,
            boolean required,
            Set<UUID> types,
            List<Question.Option> options,
            boolean identifying) {

        /** Whether it is asked for proposals of this type. */
        public boolean appliesTo(UUID sessionType) {
            return types.isEmpty() || types.contains(sessionType);
        }

        static Asked of(Question question) {
            return new Asked(
                    question.key(),
                    question.kind(),
                    question.label(),
                    question.help(),
                    question.isRequired(),
                    question.types(),
                    question.options(),
                    question.isIdentifying());
        }
    }

    /** The type with this key, if it may be proposed. */
    public Optional<AllowedType> type(UUID sessionType) {
        return types.stream().filter(t -> t.sessionType().equals(sessionType)).findFirst();
    }

    /** The questions asked for proposals of this type, in order. */
    public List<Asked> questionsFor(UUID sessionType) {
        return questions.stream().filter(q -> q.appliesTo(sessionType)).toList();
    }
}
