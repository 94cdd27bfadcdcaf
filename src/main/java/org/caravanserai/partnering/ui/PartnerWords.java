package org.caravanserai.partnering.ui;

import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.matching.Aspect;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Fit;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.partnering.matching.Span;
import org.caravanserai.people.Countries;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;

/** What cards, people and reasons are called, for one reader at one meeting. */
record PartnerWords(Words words, MeetingView meeting) {

    String kind(CardKind kind) {
        return words.get("partner.kind." + kind.name());
    }

    String sought(Sought sought) {
        return words.get("partner.sought." + sought.name());
    }

    String country(String code) {
        return code.isEmpty() ? words.get("partner.country.none") : Countries.name(words.language(), code);
    }

    /** The languages that people of the six countries work in come first in every choice. */
    List<String> languages() {
        return java.util.Arrays.stream(Language.values()).map(Language::tag).toList();
    }

    String language(String tag) {
        return ULocale.getDisplayLanguage(tag, words.language().icuLocale());
    }

    String languages(List<String> tags) {
        return tags.stream().map(this::language).collect(Collectors.joining(", "));
    }

    Optional<MeetingView.TopicView> topic(String key) {
        return meeting.topics().stream().filter(t -> t.topicKey().equals(key)).findFirst();
    }

    String topicName(String key) {
        return topic(key).map(t -> words.text(t.name())).orElse(key);
    }

    /** When, in days; empty where nothing is said. */
    String term(Span term) {
        if (term.from().isPresent() && term.until().isPresent()) {
            return Moments.days(
                    words.language(), term.from().get(), term.until().get());
        }
        return term.from()
                .map(day -> words.get("partner.from", day(day)))
                .or(() -> term.until().map(day -> words.get("partner.until", day(day))))
                .orElse("");
    }

    String day(LocalDate day) {
        return words.day(day);
    }

    /** A reason in words. */
    String reason(Fit.Reason reason) {
        var shared = reason.shared().stream()
                .map(one -> switch (reason.aspect()) {
                    case TOPICS -> topicName(one);
                    case LANGUAGE -> language(one);
                    default -> one;
                })
                .collect(Collectors.joining(", "));
        return reason.aspect() == Aspect.WORDS && shared.isEmpty()
                ? words.get("partner.why.like")
                : words.get("partner.why." + reason.aspect().name(), shared);
    }
}
