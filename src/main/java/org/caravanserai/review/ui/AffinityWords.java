package org.caravanserai.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.CommitteeMeetings.TopicChoice;
import org.caravanserai.review.affinity.Affinity;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;

/** Says how well somebody suits a proposal, and why, in one reader's words. */
final class AffinityWords {

    private final Words words;
    private final Map<UUID, LocalizedText> topics;

    AffinityWords(Words words, CommitteeMeeting meeting) {
        this(words, meeting.topics().stream().collect(Collectors.toMap(TopicChoice::key, TopicChoice::name)));
    }

    AffinityWords(Words words, Map<UUID, LocalizedText> topics) {
        this.words = words;
        this.topics = topics;
    }

    /** An affinity as a whole number of a hundred, which people compare more easily than fractions. */
    String percent(double score) {
        var format = NumberFormat.getPercentInstance(words.language().locale());
        return format.format(score);
    }

    /** A sum of affinities, with two decimals. */
    String sum(double total) {
        var format = NumberFormat.getNumberInstance(words.language().locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(total);
    }

    /** What a sum would change by, with its sign. */
    String change(double change) {
        return (change < 0 ? "−" : "+") + sum(Math.abs(change));
    }

    String bid(Eagerness bid) {
        return words.get("reviewers.bid." + bid.name());
    }

    /** The reasons, one sentence each. */
    List<String> reasons(Affinity affinity, Optional<Eagerness> bid) {
        var reasons = new ArrayList<String>();
        bid.ifPresent(b -> reasons.add(words.get("reviewers.reason.bid", bid(b))));
        var shared = affinity.sharedTopics().stream()
                .flatMap(key -> Optional.ofNullable(topics.get(key)).stream())
                .map(words::text)
                .toList();
        if (!shared.isEmpty()) {
            reasons.add(words.get("reviewers.reason.topics", String.join(", ", shared)));
        }
        if (!affinity.sharedWords().isEmpty()) {
            reasons.add(words.get("reviewers.reason.words", String.join(", ", affinity.sharedWords())));
        }
        if (!affinity.reads()) {
            reasons.add(words.get("reviewers.reason.unread"));
        } else if (!affinity.follows()) {
            reasons.add(words.get("reviewers.reason.unfollowed"));
        }
        if (reasons.isEmpty()) {
            reasons.add(words.get("reviewers.reason.none"));
        }
        return reasons;
    }

    /** A bar for the affinity with its number, and the reasons under it. */
    Div shown(Affinity affinity, Optional<Eagerness> bid) {
        var number = new Span(percent(affinity.score()));
        number.addClassName("affinity-number");
        var fill = new Span();
        fill.addClassName("affinity-fill");
        fill.getStyle().set("inline-size", Math.round(affinity.score() * 100) + "%");
        var bar = new Span(fill);
        bar.addClassName("affinity-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        var line = new Div(bar, number);
        line.addClassName("affinity-line");
        var why = new Div(String.join(" · ", reasons(affinity, bid)));
        why.addClassName("review-small");
        var all = new Div(line, why);
        all.addClassName("affinity");
        return all;
    }
}
