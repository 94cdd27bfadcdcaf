package org.caravanserai.review.ui;

import com.vaadin.flow.component.html.Div;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.review.reviewing.ConflictKind;
import org.caravanserai.review.reviewing.ReviewerList;
import org.caravanserai.review.reviewing.ReviewerState;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;

/** What views about reviewers call things, in one reader's words. */
final class ReviewerWords {

    private ReviewerWords() {}

    static StatusBadge badge(Words words, ReviewerState state) {
        return new StatusBadge(
                words.get("reviewers.state." + state.name()),
                switch (state) {
                    case INVITED, VOLUNTEERED -> Tone.WAITING;
                    case ACCEPTED -> Tone.DONE;
                    case DECLINED -> Tone.DANGER;
                    case RETIRED -> Tone.NEUTRAL;
                });
    }

    static Div badges(Words words, ReviewerList.Row row) {
        var badges = new Div(badge(words, row.state()));
        badges.addClassName("review-badges");
        if (row.senior()) {
            badges.add(new StatusBadge(words.get("reviewers.senior"), Tone.ACTIVE));
        }
        return badges;
    }

    static String detail(Words words, ReviewerList.Row row) {
        return Stream.of(row.affiliation(), row.country().isEmpty() ? "" : ReviewWords.country(words, row.country()))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    static String kind(Words words, ConflictKind kind) {
        return words.get("reviewers.conflict." + kind.name());
    }
}
