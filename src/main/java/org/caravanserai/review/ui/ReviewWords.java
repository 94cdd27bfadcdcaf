package org.caravanserai.review.ui;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.Verdict;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;

/** What the committee's views call things, in one reader's words. */
final class ReviewWords {

    private ReviewWords() {}

    static String state(Words words, ProposalState state) {
        return words.get("review.state." + state.name());
    }

    static Tone tone(ProposalState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> Tone.NEUTRAL;
            case SUBMITTED, UNDER_REVIEW -> Tone.ACTIVE;
            case ACCEPTED, CONFIRMED -> Tone.DONE;
            case WAITING, REVISING -> Tone.WAITING;
            case DECLINED, CANCELLED -> Tone.DANGER;
        };
    }

    /** The name of the style that shows a state's tone where no badge fits. */
    static String toneStyle(ProposalState state) {
        return "tone-" + tone(state).name().toLowerCase(Locale.ROOT);
    }

    /** The name of the style with the hue of a proposal's main topic; empty without one. */
    static String hueStyle(CommitteeMeeting meeting, List<UUID> topics) {
        return topics.stream()
                .limit(1)
                .flatMap(main -> meeting.topics().stream().filter(t -> t.key().equals(main)))
                .map(t -> Hue.of(t.hue()))
                .findFirst()
                .orElse("");
    }

    static StatusBadge badge(Words words, ProposalState state) {
        return new StatusBadge(state(words, state), tone(state));
    }

    static String verdict(Words words, Verdict verdict) {
        return words.get("review.verdict." + verdict.name());
    }

    static StatusBadge badge(Words words, Verdict verdict) {
        return new StatusBadge(verdict(words, verdict), tone(verdict.state()));
    }

    static String skipped(Words words, Deciding.Skipped skipped) {
        return words.get("review.skipped." + skipped.reason().name(), skipped.code(), words.text(skipped.title()));
    }

    static String country(Words words, String code) {
        return code.isEmpty()
                ? words.get("review.country.none")
                : ULocale.getDisplayCountry("und-" + code, words.language().icuLocale());
    }

    static String language(Words words, String tag) {
        return ULocale.getDisplayLanguage(tag, words.language().icuLocale());
    }
}
