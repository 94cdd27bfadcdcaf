package org.caravanserai.review.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.caravanserai.review.reviewing.Criterion;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.Words;

/**
 * The inputs of a review in one column. Scores are groups of radio buttons, in which a digit chooses too; a scale of more
 * than ten steps is typed. It shows a {@link ReviewForm} and tells what it is now; it judges nothing.
 */
class ReviewFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final int PAUSE = 800;
    private static final int MOST_STEPS = 10;
    private static final int NO_SCORE = -1;

    private final Words words;
    private final transient Runnable changed;
    private final transient Map<UUID, AbstractField<?, Integer>> scores = new LinkedHashMap<>();
    private final RadioButtonGroup<Recommendation> recommendation = new RadioButtonGroup<>();
    private final RadioButtonGroup<Integer> confidence = new RadioButtonGroup<>();
    private final TextArea toAuthors;
    private final TextArea toCommittee;
    private transient ReviewForm shown = ReviewForm.EMPTY;

    ReviewFields(Words words, List<Reviewing.Asked> criteria, Runnable changed) {
        this.words = words;
        this.changed = changed;
        addClassName("desk-fields");
        criteria.forEach(this::criterion);
        recommendation.setLabel(words.get("desk.recommendation"));
        recommendation.setId("review-recommendation");
        recommendation.setItems(Recommendation.values());
        recommendation.setItemLabelGenerator(r -> ReviewingWords.recommendation(words, r));
        recommendation.setRequiredIndicatorVisible(true);
        group(recommendation);
        confidence.setLabel(words.get("desk.confidence"));
        confidence.setId("review-confidence");
        confidence.setItems(IntStream.rangeClosed(1, ReviewForm.CERTAIN).boxed().toList());
        confidence.setItemLabelGenerator(c -> c + " – " + ReviewingWords.confidence(words, c));
        confidence.setRequiredIndicatorVisible(true);
        group(confidence);
        digits(confidence, digit -> choose(confidence, digit, 1, ReviewForm.CERTAIN));
        toAuthors = notes("review-to-authors", "desk.toAuthors", "desk.toAuthors.help");
        toCommittee = notes("review-to-committee", "desk.toCommittee", "desk.toCommittee.help");
    }

    /** The inputs by the names that the service's refusals use. */
    Map<String, Component> fields() {
        var fields = new LinkedHashMap<String, Component>();
        scores.forEach((key, field) -> fields.put(key.toString(), field));
        fields.put("recommendation", recommendation);
        fields.put("confidence", confidence);
        fields.put("toAuthors", toAuthors);
        fields.put("toCommittee", toCommittee);
        return fields;
    }

    /** Shows what is typed and chosen. */
    final void show(ReviewForm form) {
        shown = form;
        scores.forEach((key, field) ->
                Optional.ofNullable(form.scores().get(key)).ifPresentOrElse(score -> put(field, score), field::clear));
        form.recommendation().ifPresentOrElse(recommendation::setValue, recommendation::clear);
        if (form.confidence() > 0) {
            confidence.setValue(form.confidence());
        } else {
            confidence.clear();
        }
        toAuthors.setValue(form.toAuthors());
        toCommittee.setValue(form.toCommittee());
    }

    /** What is typed and chosen now. */
    ReviewForm typed() {
        // Scores for criteria that are asked no more stay as they were.
        var given = new LinkedHashMap<>(shown.scores());
        scores.forEach((key, field) -> Optional.ofNullable(field.getValue())
                .filter(score -> score != NO_SCORE)
                .ifPresentOrElse(score -> given.put(key, score), () -> given.remove(key)));
        return new ReviewForm(
                given,
                recommendation.getOptionalValue(),
                confidence.getOptionalValue().orElse(0),
                toAuthors.getValue(),
                toCommittee.getValue());
    }

    /** Whether it can be read alone. */
    final void setReadOnly(boolean readOnly) {
        scores.values().forEach(field -> field.setReadOnly(readOnly));
        recommendation.setReadOnly(readOnly);
        confidence.setReadOnly(readOnly);
        toAuthors.setReadOnly(readOnly);
        toCommittee.setReadOnly(readOnly);
    }

    private void criterion(Reviewing.Asked asked) {
        var criterion = asked.content();
        var field = criterion.to() - criterion.from() > MOST_STEPS ? typedScore(criterion) : chosenScore(criterion);
        field.setId("score-" + asked.key());
        field.setRequiredIndicatorVisible(criterion.required());
        if (!criterion.guidance().isEmpty()) {
            ((HasHelper) field).setHelperComponent(guidance(criterion));
        }
        scores.put(asked.key(), field);
        heard(field);
        add(field);
    }

    private Component guidance(Criterion.Content criterion) {
        var text = words.marked(criterion.guidance());
        text.addClassName("desk-guidance");
        return text;
    }

    private AbstractField<?, Integer> typedScore(Criterion.Content criterion) {
        var field = new IntegerField(
                words.get("desk.score.typed", words.text(criterion.label()), criterion.from(), criterion.to()));
        field.setMin(criterion.from());
        field.setMax(criterion.to());
        field.setStepButtonsVisible(true);
        return field;
    }

    private AbstractField<?, Integer> chosenScore(Criterion.Content criterion) {
        var group = new RadioButtonGroup<Integer>(words.text(criterion.label()));
        var steps = IntStream.rangeClosed(criterion.from(), criterion.to()).boxed();
        group.setItems(
                criterion.required()
                        ? steps.toList()
                        : java.util.stream.Stream.concat(steps, java.util.stream.Stream.of(NO_SCORE))
                                .toList());
        group.setItemLabelGenerator(score ->
                score == NO_SCORE ? words.get("desk.score.none") : ReviewingWords.score(words, criterion, score));
        digits(group, digit -> choose(group, digit, criterion.from(), criterion.to()));
        return group;
    }

    private void group(RadioButtonGroup<?> group) {
        heard(group);
        add(group);
    }

    private TextArea notes(String id, String label, String help) {
        var area = new TextArea(words.get(label));
        area.setId(id);
        area.setHelperText(words.get(help));
        area.setMinRows(6);
        area.setMaxLength(ReviewForm.LONGEST_NOTES);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(PAUSE);
        heard(area);
        add(area);
        return area;
    }

    private void heard(AbstractField<?, ?> field) {
        field.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                changed.run();
            }
        });
    }

    private void choose(RadioButtonGroup<Integer> group, int digit, int from, int to) {
        if (digit >= from && digit <= to && !group.isReadOnly()) {
            group.setValue(digit);
            changed.run();
        }
    }

    private static void put(AbstractField<?, Integer> field, int score) {
        field.setValue(score);
    }

    private static void digits(Component group, IntConsumer pressed) {
        group.getElement()
                .addEventListener(
                        "keydown",
                        e -> pressed.accept(Integer.parseInt(
                                e.getEventData().get("event.key").asString())))
                .addEventData("event.key")
                .setFilter("/^[0-9]$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey");
    }
}
