package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.List;
import java.util.function.BiConsumer;
import org.caravanserai.people.PersonId;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.assigning.AssignmentApplying;
import org.caravanserai.review.assigning.AssignmentPreview;
import org.caravanserai.review.assigning.AssignmentPreview.Change;
import org.caravanserai.review.assigning.AssignmentPreview.Given;
import org.caravanserai.review.assigning.AssignmentPreview.Line;
import org.caravanserai.review.assigning.AssignmentPreview.Load;
import org.caravanserai.review.assigning.AssignmentRuns;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** An assignment that was computed: how good it is, what it changes, every pair with its reasons, and the button that makes it hold. */
class PreviewPanel extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient CommitteeMeeting meeting;
    private final transient AssignmentRuns runs;
    private final transient AssignmentApplying applying;
    private final transient AffinityWords affinities;
    private final Grid<Line> grid = new Grid<>();
    private boolean onlyChanged;

    PreviewPanel(
            Words words,
            CommitteeMeeting meeting,
            AssignmentRuns runs,
            AssignmentApplying applying,
            AssignmentPreview preview,
            BiConsumer<AssignmentPreview, Boolean> apply,
            Runnable discard) {
        this.words = words;
        this.meeting = meeting;
        this.runs = runs;
        this.applying = applying;
        this.affinities = new AffinityWords(words, meeting);
        addClassName("assignment-preview");
        setId("assignment-preview");
        add(
                new H2(words.get("assigning.preview")),
                new Paragraph(words.get(
                        "assigning.preview.aim",
                        words.get("assigning.aim." + preview.wishes().aim().name()))),
                numbers(preview),
                actions(preview, apply, discard),
                loads(preview),
                lines());
    }

    private Component numbers(AssignmentPreview preview) {
        var numbers = new Div();
        numbers.addClassName("assignment-numbers");
        numbers.add(number(
                affinities.sum(preview.total()),
                words.get("assigning.total"),
                preview.proved()
                        ? words.get("assigning.proved")
                        : words.get("assigning.bound", affinities.sum(preview.totalBound()))));
        numbers.add(number(
                affinities.sum(preview.worst()),
                words.get("assigning.worst"),
                preview.worstOff().map(w -> words.text(w.title())).orElse("")));
        numbers.add(number(
                Integer.toString(preview.made()),
                words.get("assigning.made"),
                words.get("assigning.released", preview.released())));
        if (preview.excepted() > 0) {
            numbers.add(number(Integer.toString(preview.excepted()), words.get("assigning.excepted"), ""));
        }
        return numbers;
    }

    private static Component number(String figure, String label, String detail) {
        var big = new Span(figure);
        big.addClassName("assignment-figure");
        var small = new Span(detail);
        small.addClassName("review-small");
        var box = new Div(big, new Span(label), small);
        box.addClassName("assignment-number");
        return box;
    }

    private Component actions(
            AssignmentPreview preview, BiConsumer<AssignmentPreview, Boolean> apply, Runnable discard) {
        var tell = new Checkbox(words.get("assigning.tell"), true);
        tell.setId("assignment-tell");
        var mail = new Button(words.get("assigning.mail.preview"), e -> mails(preview));
        mail.setId("assignment-mail");
        mail.addThemeVariants(ButtonVariant.TERTIARY);
        var now = new Button(words.get("assigning.apply", preview.made()), e -> apply.accept(preview, tell.getValue()));
        now.setId("assignment-apply");
        now.addThemeVariants(ButtonVariant.PRIMARY);
        now.setDisableOnClick(true);
        now.setEnabled(preview.made() + preview.released() > 0);
        var away = new Button(words.get("assigning.discard"), e -> discard.run());
        away.setId("assignment-discard");
        var line = new Div(now, away, tell, mail);
        line.addClassName("review-actions");
        return line;
    }

    private Component loads(AssignmentPreview preview) {
        var chart = new BarTable(
                words.get("assigning.loads"),
                words.get("assigning.loads.name"),
                List.of(
                        words.get("assigning.loads.after"),
                        words.get("assigning.loads.before"),
                        words.get("assigning.loads.limits")),
                preview.loads().stream().map(this::load).toList());
        var details = new Details(words.get("assigning.loads"), chart);
        details.setId("assignment-loads");
        details.setOpened(true);
        return details;
    }

    private BarTable.Line load(Load load) {
        return new BarTable.Line(
                words.name(load.name()),
                load.after(),
                load.most(),
                0,
                "",
                List.of(
                        words.number(load.after()),
                        words.number(load.before()),
                        words.number(load.least()) + "–" + words.number(load.most())));
    }

    private Component lines() {
        var changed = new Checkbox(words.get("assigning.onlyChanged"), e -> {
            onlyChanged = e.getValue();
            grid.getDataProvider().refreshAll();
        });
        changed.setId("assignment-only-changed");
        grid.setId("assignment-lines");
        grid.addClassNames("review-grid", "assignment-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", words.get("assigning.preview"));
        grid.addComponentColumn(this::line)
                .setHeader(words.get("assigning.pairs"))
                .setFlexGrow(1);
        grid.setPageSize(20);
        grid.setItems(DataProvider.fromCallbacks(
                query -> runs.lines(meeting.id(), onlyChanged, query.getOffset(), query.getLimit()).stream(), query -> {
                    query.getOffset();
                    query.getLimit();
                    return runs.count(meeting.id(), onlyChanged);
                }));
        return new Div(changed, grid);
    }

    private Component line(Line line) {
        var title = new Div(
                new Span(line.work().code() + " "), words.marked(line.work().title()));
        title.addClassName("assignment-title");
        var total = new Span(words.get("assigning.line", affinities.sum(line.total()), line.wanted()));
        total.addClassName("review-small");
        var box = new Div(title, total);
        box.addClassName("assignment-line");
        line.given().forEach(given -> box.add(given(line, given)));
        return box;
    }

    private Component given(Line line, Given given) {
        var name = new Span(words.name(given.name()));
        name.addClassName("assignment-name");
        var head = new Div(name);
        if (given.change() != Change.SAME) {
            head.add(new StatusBadge(
                    words.get("assigning.change." + given.change().name()),
                    given.change() == Change.MADE ? Tone.DONE : Tone.DANGER));
        }
        var why = new Button(words.get("assigning.why"), e -> explain(line, given));
        why.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        why.setAriaLabel(words.get(
                "assigning.why.of", words.name(given.name()), line.work().title()));
        head.add(why);
        head.addClassName("assignment-head");
        var pair = new Div(head, affinities.shown(given.affinity(), given.bid()));
        pair.addClassName("assignment-pair");
        return pair;
    }

    private void explain(Line line, Given given) {
        try {
            var told = runs.explain(meeting.id(), line.work().proposal(), given.reviewer());
            new ExplanationDialog(words, affinities, line.work(), given.name(), told).open();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private void mails(AssignmentPreview preview) {
        var text = new Div();
        var who = new Select<Load>();
        who.setId("mail-who");
        who.setLabel(words.get("assigning.mail.to"));
        who.setItems(preview.loads().stream().filter(l -> l.after() > 0).toList());
        who.setItemLabelGenerator(l -> words.name(l.name()));
        who.addValueChangeListener(e -> show(text, e.getValue().reviewer()));
        var dialog = new Dialog(who, text);
        dialog.setHeaderTitle(words.get("assigning.mail.preview"));
        dialog.setWidth("640px");
        dialog.getFooter().add(new Button(words.get("shell.close"), e -> dialog.close()));
        preview.loads().stream().filter(l -> l.after() > 0).findFirst().ifPresent(who::setValue);
        dialog.open();
    }

    private void show(Div place, PersonId reviewer) {
        place.removeAll();
        applying.mail(meeting.id(), reviewer)
                .ifPresentOrElse(
                        mail -> {
                            var subject = new Paragraph(mail.subject());
                            subject.addClassName("assignment-name");
                            var text = new Pre(mail.text());
                            text.addClassName("assignment-mail");
                            place.getElement()
                                    .setAttribute("lang", mail.language().tag());
                            place.add(subject, text);
                        },
                        () -> place.add(new Paragraph(words.get("assigning.mail.none"))));
    }
}
