package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import java.util.stream.IntStream;
import org.caravanserai.review.reviewing.Criterion;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;

/** The review form of a plan as reviewers see it; nothing that is typed into it is kept. */
class ReviewFormPreview extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Words words;

    ReviewFormPreview(Words words, ReviewSetUp.PlanView plan) {
        this.words = words;
        setHeaderTitle(words.get("reviewers.preview"));
        setWidth("640px");
        var form = new Div(new Paragraph(words.get("reviewers.preview.note")));
        form.addClassName("one-column");
        plan.criteria().stream().filter(c -> !c.removed()).forEach(c -> form.add(criterion(c.content())));
        var advice = new RadioButtonGroup<Recommendation>(words.get("reviewers.form.recommendation"));
        advice.setItems(Recommendation.values());
        advice.setItemLabelGenerator(r -> words.get("reviewers.recommendation." + r.name()));
        var confidence = new RadioButtonGroup<Integer>(words.get("reviewers.form.confidence"));
        confidence.setItems(IntStream.rangeClosed(1, ReviewForm.CERTAIN).boxed().toList());
        confidence.setHelperText(words.get("reviewers.form.confidence.help"));
        form.add(advice, confidence, area("reviewers.form.toAuthors"), area("reviewers.form.toCommittee"));
        add(form);
        getFooter().add(new Button(words.get("shell.close"), e -> close()));
    }

    private Component criterion(Criterion.Content criterion) {
        var group = new RadioButtonGroup<Integer>(words.text(criterion.label()));
        group.setItems(
                IntStream.rangeClosed(criterion.from(), criterion.to()).boxed().toList());
        group.setItemLabelGenerator(
                score -> Optional.ofNullable(criterion.labels().get(score))
                        .filter(label -> !label.isEmpty())
                        .map((LocalizedText label) -> score + " – " + words.text(label))
                        .orElse(Integer.toString(score)));
        group.setRequiredIndicatorVisible(criterion.required());
        if (!criterion.guidance().isEmpty()) {
            group.setHelperText(words.text(criterion.guidance()));
        }
        return group;
    }

    private TextArea area(String label) {
        var area = new TextArea(words.get(label));
        area.addClassName("review-wide");
        area.setMinRows(3);
        return area;
    }
}
