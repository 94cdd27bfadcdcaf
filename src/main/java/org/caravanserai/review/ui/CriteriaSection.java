package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.review.reviewing.Criterion;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.review.reviewing.ReviewSetUp.CriterionView;
import org.caravanserai.shell.ArrangedList;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** What reviewers of a plan give points for: arranged, added, changed in a dialog, removed with undo. */
class CriteriaSection extends Section {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LABELLED = 10;

    private final transient Words words;
    private final transient MeetingId meeting;
    private final transient ReviewSetUp setUp;
    private final UUID type;
    private final ArrangedList<CriterionView> list;
    private final Div removed = new Div();

    CriteriaSection(Words words, MeetingId meeting, ReviewSetUp setUp, UUID type) {
        this.words = words;
        this.meeting = meeting;
        this.setUp = setUp;
        this.type = type;
        addClassName("kept-form");
        var add = new Button(words.get("shell.add"), e -> edit(null));
        add.setId("add-criterion");
        var head = new Div(new H2(words.get("reviewers.criteria")), add);
        head.addClassName("kept-head");
        list = new ArrangedList<>(
                words.get("reviewers.criteria"),
                new ArrangedList.Parts<>(
                        CriterionView::key,
                        c -> words.text(c.content().label()),
                        this::line,
                        this::edit,
                        this::remove,
                        keys -> {
                            setUp.arrangeCriteria(meeting, type, keys);
                            refresh();
                        }));
        list.setId("criteria");
        removed.addClassName("review-removed");
        add(head, new Paragraph(words.get("reviewers.criteria.help")), list, removed);
        refresh();
    }

    private void refresh() {
        var plans = setUp.read(meeting);
        var criteria = plans.own().getOrDefault(type, plans.base()).criteria();
        list.show(criteria.stream().filter(c -> !c.removed()).toList());
        removed.removeAll();
        for (var gone : criteria.stream().filter(CriterionView::removed).toList()) {
            var back = new Button(words.get("reviewers.criterion.restore"), e -> {
                setUp.restoreCriterion(meeting, gone.key());
                refresh();
            });
            back.addThemeVariants(ButtonVariant.TERTIARY);
            removed.add(new Div(
                    new Span(words.get(
                            "reviewers.criterion.removed", gone.content().label())),
                    back));
        }
    }

    private Component line(CriterionView criterion) {
        var c = criterion.content();
        var detail = new Span(words.get("reviewers.criterion.line", c.from(), c.to(), c.weight())
                + (c.required() ? " · " + words.get("shell.required") : "")
                + (criterion.used() ? " · " + words.get("reviewers.criterion.used") : ""));
        detail.addClassName("part-detail");
        return new Div(words.marked(c.label()), detail);
    }

    private void remove(CriterionView criterion) {
        setUp.removeCriterion(meeting, criterion.key());
        refresh();
        Notices.done(
                words.get("reviewers.criterion.removed", criterion.content().label()), () -> {
                    setUp.restoreCriterion(meeting, criterion.key());
                    refresh();
                });
    }

    private void edit(@Nullable CriterionView criterion) {
        var label = new LocalizedField(words.get("reviewers.criterion.name"), false);
        label.setId("criterion-label");
        var guidance = new LocalizedField(words.get("reviewers.criterion.guidance"), true);
        guidance.setId("criterion-guidance");
        var from = number("criterion-from", "reviewers.criterion.from", 1);
        var to = number("criterion-to", "reviewers.criterion.to", 5);
        to.setHelperText(words.get("reviewers.criterion.to.help"));
        var weight = number("criterion-weight", "reviewers.criterion.weight", 1);
        weight.setHelperText(words.get("reviewers.criterion.weight.help"));
        var required = new Checkbox(words.get("reviewers.criterion.required"), true);
        required.setId("criterion-required");
        var labels = new TreeMap<Integer, LocalizedField>();
        var steps = new Div();
        steps.addClassName("one-column");
        Map<Integer, LocalizedText> told =
                criterion == null ? Map.of() : criterion.content().labels();
        if (criterion != null) {
            var c = criterion.content();
            label.setValue(c.label());
            guidance.setValue(c.guidance());
            from.setValue(c.from());
            to.setValue(c.to());
            weight.setValue(c.weight());
            required.setValue(c.required());
        }
        Runnable scale = () -> {
            steps.removeAll();
            int first = KeptForm.valueOr(from, 0);
            int last = Math.min(KeptForm.valueOr(to, 0), first + MOST_LABELLED - 1);
            for (int score = first; score <= last; score++) {
                steps.add(labels.computeIfAbsent(score, s -> label(s, told)));
            }
        };
        from.addValueChangeListener(e -> scale.run());
        to.addValueChangeListener(e -> scale.run());
        scale.run();
        var fields = new LinkedHashMap<String, Component>();
        fields.put("label", label);
        fields.put("guidance", guidance);
        fields.put("scale", to);
        fields.put("weight", weight);
        var problems = new Problems();
        var range = new Div(from, to, weight);
        range.addClassName("field-row");
        var body = new Div(
                problems,
                label,
                guidance,
                range,
                new Details(words.get("reviewers.criterion.labels"), steps),
                required);
        body.addClassName("one-column");
        var dialog = new Dialog(body);
        dialog.setHeaderTitle(
                criterion == null
                        ? words.get("reviewers.criterion.new")
                        : words.text(criterion.content().label()));
        var save = new Button(words.get("shell.save"), e -> {
            var texts = new TreeMap<Integer, LocalizedText>();
            labels.forEach((score, field) -> texts.put(score, field.getValue()));
            var content = new Criterion.Content(
                    label.getValue(),
                    guidance.getValue(),
                    KeptForm.valueOr(from, 0),
                    KeptForm.valueOr(to, 0),
                    texts,
                    KeptForm.valueOr(weight, 0),
                    required.getValue());
            try {
                if (criterion == null) {
                    setUp.addCriterion(meeting, type, content);
                } else {
                    setUp.changeCriterion(meeting, criterion.key(), criterion.version(), content);
                }
                dialog.close();
                refresh();
            } catch (Refusal refusal) {
                problems.show(refusal, fields);
            } catch (OptimisticLockingFailureException quicker) {
                problems.show(Refusal.of("shell.stale"), fields);
            }
        });
        save.setId("criterion-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(words.get("shell.cancel"), e -> dialog.close()), save);
        dialog.open();
    }

    private LocalizedField label(int score, Map<Integer, LocalizedText> told) {
        var field = new LocalizedField(words.get("reviewers.criterion.labelOf", score), false);
        field.setId("criterion-score-" + score);
        field.setValue(told.getOrDefault(score, LocalizedText.EMPTY));
        return field;
    }

    private IntegerField number(String id, String label, int value) {
        var field = new IntegerField(words.get(label));
        field.setId(id);
        field.setValue(value);
        field.setMin(0);
        return field;
    }
}
