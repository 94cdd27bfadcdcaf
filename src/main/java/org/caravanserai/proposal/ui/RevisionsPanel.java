package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.ZoneId;
import java.util.List;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.proposal.TextDifference;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;

/** Every time a proposal was handed in, the latest first, with what was different from the time before. */
class RevisionsPanel extends Details {

    private static final long serialVersionUID = 1L;
    private static final int CONTEXT = 60;

    RevisionsPanel(List<ProposalView.RevisionOf> revisions, ZoneId zone, String city, Words words) {
        setId("revisions");
        setSummaryText(words.get("proposal.revisions", revisions.size()));
        var list = new OrderedList();
        list.addClassName("proposal-revisions");
        for (var revision : revisions) {
            var head = new H3(words.get("proposal.revision", revision.number()));
            var when = new Div(new TimeText(revision.at(), zone, city));
            revision.author().ifPresent(a -> when.add(new Span(" · " + words.name(a))));
            when.addClassName("muted");
            var item = new ListItem(head, when);
            if (revision.number() > 1 && revision.changes().isEmpty()) {
                item.add(new Paragraph(words.get("proposal.revision.same")));
            }
            for (var change : revision.changes()) {
                var field = new Div(new Span(
                        FieldNames.of(change.field(), words, change.question().map(words::text))));
                field.addClassName("proposal-revision-field");
                item.add(field, difference(change.difference(), words));
            }
            list.add(item);
        }
        add(list);
    }

    private static Div difference(TextDifference difference, Words words) {
        var text = new Div();
        text.addClassName("proposal-difference");
        for (var piece : difference.pieces()) {
            var element = switch (piece.kind()) {
                case SAME -> new Element("span").setText(shorten(piece.text()));
                case GONE -> new Element("del").setText(piece.text());
                case NEW -> new Element("ins").setText(piece.text());
            };
            if (piece.kind() != TextDifference.Kind.SAME) {
                element.setAttribute(
                        "title", words.get("proposal.difference." + piece.kind().name()));
            }
            text.getElement().appendChild(element);
        }
        return text;
    }

    /** Of long stretches that stayed the same, the ends are enough to find the place. */
    private static String shorten(String same) {
        return same.length() <= 2 * CONTEXT + 3
                ? same
                : same.substring(0, CONTEXT) + " … " + same.substring(same.length() - CONTEXT);
    }
}
