package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.proposal.TextDifference;
import org.caravanserai.proposal.TimesInWords;
import org.caravanserai.shell.Hue;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Markdown;

/** One proposal with everything that belongs to it, beside the list; on a phone it takes the page. */
class ProposalDetail extends Aside {

    private static final long serialVersionUID = 1L;

    private final transient ProposalReading reading;
    private final Words words = Words.here();

    ProposalDetail(ProposalReading reading, ProposalView proposal, Runnable close, Component... actions) {
        this.reading = reading;
        addClassName("review-detail");
        getElement().setAttribute("aria-label", proposal.code());
        add(head(proposal, close), facts(proposal));
        if (actions.length > 0) {
            var line = new Div(actions);
            line.addClassName("review-actions");
            add(line);
        }
        abstracts(proposal.abstractText());
        rest(proposal);
    }

    /** A proposal under a heading that has named it already, with its languages as tabs. */
    ProposalDetail(ProposalReading reading, ProposalView proposal) {
        this.reading = reading;
        addClassNames("review-detail", "review-detail-whole");
        getElement().setAttribute("aria-label", proposal.code());
        add(new H2(words.get("review.detail.abstract")));
        add(new LanguageTabs(words, proposal.title(), proposal.abstractText()));
        add(facts(proposal));
        rest(proposal);
    }

    private void rest(ProposalView proposal) {
        people(proposal);
        answers(proposal);
        files(proposal);
        add(revisions(proposal));
    }

    private Component head(ProposalView proposal, Runnable close) {
        var back = new Button(words.get("shell.close"), Icons.of("close"), e -> close.run());
        back.setId("review-detail-close");
        back.getElement().setAttribute("data-closes", true);
        back.addThemeVariants(ButtonVariant.TERTIARY);
        var code = new Span(proposal.code());
        code.addClassName("review-code");
        var line = new Div(code, ReviewWords.badge(words, proposal.state()), back);
        line.addClassName("review-detail-line");
        var head = new Div(line, new H2(words.marked(proposal.title())));
        proposal.title().texts().forEach((language, text) -> {
            if (language != proposal.title().in(words.language()).language()) {
                head.add(other(language, text));
            }
        });
        return head;
    }

    private static Component other(Language language, String text) {
        var line = new Paragraph(text);
        line.addClassName("review-other");
        line.getElement().setAttribute("lang", language.tag());
        return line;
    }

    private Component facts(ProposalView proposal) {
        var facts = new Div();
        facts.addClassName("review-facts");
        for (var topic : proposal.topics()) {
            var name = new Span(words.marked(topic.name()));
            name.addClassNames("review-topic", Hue.of(topic.hue()));
            facts.add(name);
        }
        facts.add(new Span(
                words.get("review.detail.form", words.text(proposal.type().name()), proposal.minutes())));
        facts.add(new Span(words.get(
                "review.detail.languages",
                ReviewWords.language(words, proposal.talkLanguage()),
                ReviewWords.language(words, proposal.slideLanguage()))));
        if (proposal.expectedAudience() > 0) {
            facts.add(new Span(words.get("review.detail.audience", proposal.expectedAudience())));
        }
        proposal.forSession()
                .ifPresent(session -> facts.add(
                        new Span(words.get("review.detail.forSession", session.code(), words.text(session.title())))));
        proposal.submittedAt()
                .ifPresent(at -> facts.add(new TimeText(
                        at,
                        proposal.meeting().zone(),
                        words.text(proposal.meeting().city()))));
        if (!proposal.times().unsuitable().isEmpty()) {
            facts.add(new Span(words.get(
                    "review.detail.unsuitable",
                    String.join(", ", TimesInWords.of(words, proposal.times().unsuitable())))));
        }
        return facts;
    }

    private void abstracts(LocalizedText text) {
        if (text.isEmpty()) {
            return;
        }
        add(new H3(words.get("review.detail.abstract")));
        var first = text.in(words.language()).language();
        Stream.concat(Stream.of(first), text.languages().stream().filter(l -> l != first))
                .forEach(language -> {
                    var body = new Html("<div>" + Markdown.html(text.exactly(language)) + "</div>");
                    body.getElement().setAttribute("lang", language.tag());
                    body.getElement().getClassList().add("review-text");
                    if (language == first) {
                        add(body);
                    } else {
                        add(new Details(language.ownName(), body));
                    }
                });
    }

    private void people(ProposalView proposal) {
        add(new H3(words.get("review.detail.people")));
        if (proposal.people().isEmpty()) {
            add(new Paragraph(words.get("review.anonymous")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("review-people");
        for (var person : proposal.people()) {
            var parts = new ArrayList<String>();
            parts.add(words.get("review.role." + person.role().name()));
            if (!person.affiliation().isEmpty()) {
                parts.add(person.affiliation());
            }
            if (!person.country().isEmpty()) {
                parts.add(ReviewWords.country(words, person.country()));
            }
            parts.add(words.get("review.answer." + person.answer().name()));
            list.add(new ListItem(new PersonText(person.name(), String.join(" · ", parts))));
        }
        add(list);
    }

    private void answers(ProposalView proposal) {
        for (var answer : proposal.answers()) {
            var label = new H3(words.marked(answer.label()));
            var said = answer.picked().isEmpty()
                    ? readable(answer.text())
                    : answer.picked().stream().map(words::text).collect(Collectors.joining(", "));
            var text = new Paragraph(said);
            text.addClassName("review-text");
            add(label, text);
        }
    }

    private String readable(String text) {
        return switch (text) {
            case "yes" -> words.get("shell.yes");
            case "no" -> words.get("shell.no");
            default -> text;
        };
    }

    private void files(ProposalView proposal) {
        if (proposal.files().isEmpty()) {
            return;
        }
        add(new H3(words.get("review.detail.files")));
        var list = new UnorderedList();
        for (var file : proposal.files()) {
            var link = new Anchor("/proposals/" + proposal.code() + "/files/" + file.key(), file.name());
            link.setRouterIgnore(true);
            link.getElement().setAttribute("download", true);
            list.add(new ListItem(link, new Span(" " + Math.max(1, file.size() / 1024) + " kB")));
        }
        add(list);
    }

    private Component revisions(ProposalView proposal) {
        var details = new Details(words.get("review.detail.revisions"));
        details.setId("review-revisions");
        details.addOpenedChangeListener(e -> {
            if (e.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(history(proposal));
            }
        });
        return details;
    }

    private Component history(ProposalView proposal) {
        var all = new Div();
        for (var revision : reading.revisions(proposal.proposal())) {
            var head = new Paragraph();
            head.add(new Span(words.get("review.detail.revision", revision.number()) + " · "));
            head.add(new TimeText(
                    revision.at(),
                    proposal.meeting().zone(),
                    words.text(proposal.meeting().city())));
            revision.author().ifPresent(a -> head.add(new Span(" · " + words.name(a))));
            all.add(head);
            for (var change : revision.changes()) {
                var line = new Paragraph();
                line.addClassName("review-change");
                change.difference().pieces().forEach(piece -> line.add(piece(piece)));
                all.add(line);
            }
        }
        return all;
    }

    private static Component piece(TextDifference.Piece piece) {
        var span = new Span(piece.text());
        if (piece.kind() != TextDifference.Kind.SAME) {
            span.addClassName(piece.kind() == TextDifference.Kind.GONE ? "review-gone" : "review-new");
        }
        return span;
    }
}
