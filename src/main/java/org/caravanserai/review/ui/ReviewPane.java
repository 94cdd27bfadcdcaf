package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.stream.Collectors;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.SavedLine;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/**
 * The form of a review, saved as it is typed. Where somebody else has saved meanwhile, both texts are shown and neither is
 * lost.
 */
class ReviewPane extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient Reviewing reviewing;
    private final transient Reviewing.OpenReview review;
    private final transient Runnable again;
    private final ReviewFields fields;
    private final SavedLine saved = new SavedLine();
    private final Problems problems = new Problems();
    private final Div choosing = new Div();
    private long version;

    /**
     * A review that can be written.
     *
     * @param standing how it stands, shown above
     * @param again shows it anew, after it was submitted
     */
    ReviewPane(Words words, Reviewing reviewing, Reviewing.OpenReview review, ReviewStanding standing, Runnable again) {
        this.words = words;
        this.reviewing = reviewing;
        this.review = review;
        this.again = again;
        version = review.version();
        fields = new ReviewFields(words, review.criteria(), this::save);
        fields.show(review.form());
        fields.setReadOnly(!review.open());
        saved.setId("review-saved");
        review.savedAt().ifPresent(saved::saved);
        addClassName("desk-form");
        add(new H2(words.get("desk.form")), standing, choosing, problems, fields);
        if (review.open()) {
            add(end());
        }
        review.aside()
                .filter(aside -> !aside.equals(review.form()))
                .ifPresent(aside -> choose(
                        aside,
                        review.form(),
                        review.version(),
                        review.savedBy().map(words::name).orElse(words.get("proposal.stale.somebody"))));
    }

    private Component end() {
        var end = new Div();
        end.addClassName("desk-end");
        if (review.own()) {
            var submit = new Button(
                    words.get(review.submittedAt().isPresent() ? "desk.submit.again" : "desk.submit"), e -> submit());
            submit.setId("review-submit");
            submit.addThemeVariants(ButtonVariant.PRIMARY);
            end.add(submit);
        }
        end.add(saved);
        var keys = new Paragraph(words.get("desk.keys"));
        keys.addClassName("desk-muted");
        return new Div(end, keys);
    }

    /** Submits it, if it is hers and the time is not over. */
    final void submit() {
        if (!review.open() || !review.own()) {
            return;
        }
        problems.clear();
        if (isChoosing()) {
            choosing.scrollIntoView();
            return;
        }
        try {
            if (heard(reviewing.submit(review.assignment(), version, fields.typed()))) {
                Notices.done(words.get("desk.submitted"));
                again.run();
            }
        } catch (Refusal refusal) {
            // What was typed is kept even so; the next save continues from there.
            version = reviewing.open(review.assignment()).version();
            problems.show(refusal, fields.fields());
        }
    }

    private void save() {
        if (isChoosing()) {
            saved.notSaved(words.get("proposal.stale.first"));
            return;
        }
        try {
            heard(reviewing.save(review.assignment(), version, fields.typed()));
        } catch (Refusal refusal) {
            saved.notSaved(refusal.problems().stream().map(words::get).collect(Collectors.joining(" ")));
        }
    }

    private boolean heard(Reviewing.SaveResult result) {
        return switch (result) {
            case Reviewing.Saved kept -> {
                version = kept.version();
                saved.saved(kept.at());
                yield true;
            }
            case Reviewing.StaleReview stale -> {
                saved.notSaved(words.get("proposal.stale.first"));
                choose(
                        stale.mine(),
                        stale.theirs(),
                        stale.version(),
                        stale.who().map(words::name).orElse(words.get("proposal.stale.somebody")));
                yield false;
            }
        };
    }

    private boolean isChoosing() {
        return choosing.getChildren().findAny().isPresent();
    }

    private void choose(ReviewForm mine, ReviewForm theirs, long seen, String who) {
        choosing.removeAll();
        choosing.add(new ReviewStale(words, review.criteria(), who, mine, theirs, chosen -> {
            choosing.removeAll();
            version = seen;
            fields.show(chosen);
            save();
        }));
        choosing.scrollIntoView();
    }
}
