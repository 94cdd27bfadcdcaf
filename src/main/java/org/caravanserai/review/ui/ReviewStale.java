package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.Words;

/** Two texts of one review side by side, of which one is chosen for each field that differs. Neither is lost before. */
class ReviewStale extends Section {

    private static final long serialVersionUID = 1L;

    /** A part of a review that can be chosen by itself. */
    private record Part(
            String id,
            String label,
            Function<ReviewForm, String> readable,
            BiFunction<ReviewForm, ReviewForm, ReviewForm> taking) {}

    /** Whose text to keep. */
    private enum Whose {
        MINE,
        THEIRS
    }

    private record Choice(Part part, RadioButtonGroup<Whose> whose) {}

    /**
     * A panel.
     *
     * @param who who saved the other text
     * @param choose is given theirs with the chosen parts of mine
     */
    ReviewStale(
            Words words,
            List<Reviewing.Asked> criteria,
            String who,
            ReviewForm mine,
            ReviewForm theirs,
            Consumer<ReviewForm> choose) {
        setId("stale");
        addClassNames("desk-panel", "desk-stale");
        getElement().setAttribute("role", "alert");
        add(new H2(words.get("proposal.stale.title")), new Paragraph(words.get("proposal.stale.text", who)));
        var choices = new ArrayList<Choice>();
        for (var part : parts(words, criteria)) {
            var my = part.readable().apply(mine);
            var their = part.readable().apply(theirs);
            if (my.equals(their)) {
                continue;
            }
            var whose = new RadioButtonGroup<Whose>();
            whose.setId("stale-" + part.id());
            whose.setAriaLabel(part.label());
            whose.setItems(Whose.values());
            whose.setItemLabelGenerator(w -> words.get("proposal.stale." + w.name()));
            whose.setValue(Whose.MINE);
            choices.add(new Choice(part, whose));
            var both = new Div(
                    text(words.get("proposal.stale.MINE"), my), text(words.get("proposal.stale.THEIRS"), their));
            both.addClassName("desk-pair");
            add(new H3(part.label()), both, whose);
        }
        var go = new Button(words.get("proposal.stale.choose"), e -> {
            var chosen = theirs;
            for (var choice : choices) {
                if (choice.whose().getValue() == Whose.MINE) {
                    chosen = choice.part().taking().apply(chosen, mine);
                }
            }
            choose.accept(chosen);
        });
        go.setId("stale-choose");
        go.addThemeVariants(ButtonVariant.PRIMARY);
        add(go);
    }

    private static List<Part> parts(Words words, List<Reviewing.Asked> criteria) {
        var parts = new ArrayList<Part>();
        for (var asked : criteria) {
            parts.add(new Part(
                    asked.key().toString(),
                    words.text(asked.content().label()),
                    form -> Optional.ofNullable(form.scores().get(asked.key()))
                            .map(s -> ReviewingWords.score(words, asked.content(), s))
                            .orElse(""),
                    (to, from) -> score(to, from, asked.key())));
        }
        parts.add(new Part(
                "recommendation",
                words.get("desk.recommendation"),
                form -> form.recommendation()
                        .map(r -> ReviewingWords.recommendation(words, r))
                        .orElse(""),
                (to, from) -> new ReviewForm(
                        to.scores(), from.recommendation(), to.confidence(), to.toAuthors(), to.toCommittee())));
        parts.add(new Part(
                "confidence",
                words.get("desk.confidence"),
                form -> form.confidence() == 0 ? "" : ReviewingWords.confidence(words, form.confidence()),
                (to, from) -> new ReviewForm(
                        to.scores(), to.recommendation(), from.confidence(), to.toAuthors(), to.toCommittee())));
        parts.add(new Part(
                "to-authors",
                words.get("desk.toAuthors"),
                ReviewForm::toAuthors,
                (to, from) -> new ReviewForm(
                        to.scores(), to.recommendation(), to.confidence(), from.toAuthors(), to.toCommittee())));
        parts.add(new Part(
                "to-committee",
                words.get("desk.toCommittee"),
                ReviewForm::toCommittee,
                (to, from) -> new ReviewForm(
                        to.scores(), to.recommendation(), to.confidence(), to.toAuthors(), from.toCommittee())));
        return parts;
    }

    private static ReviewForm score(ReviewForm to, ReviewForm from, UUID criterion) {
        var scores = new HashMap<>(to.scores());
        Optional.ofNullable(from.scores().get(criterion))
                .ifPresentOrElse(score -> scores.put(criterion, score), () -> scores.remove(criterion));
        return new ReviewForm(scores, to.recommendation(), to.confidence(), to.toAuthors(), to.toCommittee());
    }

    private static Div text(String label, String text) {
        var name = new Span(label);
        name.addClassName("desk-muted");
        var body = new Div(text.isEmpty() ? "–" : text);
        body.addClassName("desk-text");
        return new Div(name, body);
    }
}
