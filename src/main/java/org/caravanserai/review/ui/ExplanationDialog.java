package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.caravanserai.review.assigning.AssignmentExplanation;
import org.caravanserai.review.assigning.ProposalWork;
import org.caravanserai.review.assignment.Explanation;
import org.caravanserai.shell.Words;
import org.caravanserai.text.PersonName;

/** Why a reviewer would be given a proposal, who would suit it better, and what doing the opposite would change. */
class ExplanationDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 6;

    private final transient Words words;

    ExplanationDialog(
            Words words, AffinityWords affinities, ProposalWork work, PersonName name, AssignmentExplanation told) {
        this.words = words;
        setHeaderTitle(words.get("assigning.why.of", words.name(name), work.title()));
        setWidth("640px");
        var body = new Div(affinities.shown(told.affinity(), told.bid()));
        body.addClassName("one-column");
        body.setId("assignment-explanation");
        if (told.rank() > 0) {
            body.add(new Paragraph(words.get("assigning.rank", told.rank(), told.outOf())));
        }
        if (told.standing() == Explanation.Standing.KEPT) {
            body.add(new Paragraph(words.get("assigning.kept")));
        }
        if (!told.ahead().isEmpty()) {
            var ahead = new UnorderedList();
            told.ahead().stream()
                    .limit(MOST)
                    .forEach(a -> ahead.add(new ListItem(words.get(
                            a.full() ? "assigning.ahead.full" : "assigning.ahead",
                            words.name(a.name()),
                            affinities.percent(a.affinity())))));
            body.add(new H3(words.get("assigning.ahead.title")), ahead);
        }
        body.add(new H3(words.get("assigning.opposite")));
        told.changeOfTotal()
                .ifPresentOrElse(
                        change -> body.add(
                                new Paragraph(words.get("assigning.opposite.total", affinities.change(change)))),
                        () -> body.add(new Paragraph(words.get("assigning.opposite.none"))));
        told.turningPoint()
                .ifPresent(point -> body.add(new Paragraph(words.get("assigning.turning", affinities.percent(point)))));
        list(body, "assigning.opposite.added", told.added());
        list(body, "assigning.opposite.removed", told.removed());
        add(body);
        getFooter().add(new Button(words.get("shell.close"), e -> close()));
    }

    private void list(Div body, String heading, List<AssignmentExplanation.Other> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        pairs.stream()
                .limit(MOST)
                .forEach(p -> list.add(new ListItem(
                        words.name(p.reviewer()) + " – " + words.text(p.work().title()))));
        body.add(new Paragraph(words.get(heading, pairs.size())), list);
    }
}
