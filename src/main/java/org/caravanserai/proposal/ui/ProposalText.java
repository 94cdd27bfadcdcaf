package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.caravanserai.proposal.ProposalView;
import org.caravanserai.proposal.TimesInWords;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Markdown;

/** A proposal to read: what it says, by whom, what was answered and attached, and which times do not suit. */
class ProposalText extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient ProposalView view;

    /** A proposal as it is; {@code notes} is what a sheet said for organisers, empty for nothing. */
    ProposalText(Words words, ProposalView view, String notes) {
        this.words = words;
        this.view = view;
        addClassName("proposal-text");
        var section = new Section(new H2(words.get("proposal.section.text")));
        section.addClassName("proposal-read");
        var topics = new Div();
        topics.addClassName("proposal-topics");
        for (var topic : view.topics()) {
            var span = new Span(words.text(topic.name()));
            span.addClassNames("topic-stripe", org.caravanserai.shell.Hue.of(topic.hue()));
            topics.add(span);
        }
        section.add(
                topics,
                new Paragraph(words.text(view.type().name()) + " · " + words.get("proposal.minutes", view.minutes())));
        for (var language : view.title().languages()) {
            var text = new Div(view.title().exactly(language));
            text.getElement().setAttribute("lang", language.tag());
            text.addClassName("proposal-read-title");
            section.add(text);
        }
        for (var language : view.abstractText().languages()) {
            section.add(new Html("<div lang=\"" + language.tag() + "\">"
                    + Markdown.html(view.abstractText().exactly(language)) + "</div>"));
        }
        add(section, people(view));
        if (!notes.isEmpty()) {
            var kept = new Div(notes);
            kept.addClassName("proposal-kept");
            add(new Section(new H2(words.get("sheet.notes")), kept));
        }
        answers(view);
        attached(view);
    }

    private Section people(ProposalView view) {
        var people = new Section(new H2(words.get("proposal.section.people")));
        for (var person : view.people()) {
            people.add(new PersonText(
                    person.name(),
                    words.get("proposal.role." + person.role().name())
                            + (person.affiliation().isEmpty() ? "" : " · " + person.affiliation())));
        }
        return people;
    }

    private void answers(ProposalView view) {
        if (view.answers().isEmpty()) {
            return;
        }
        var list = new DescriptionList();
        for (var answer : view.answers()) {
            var told = answer.picked().isEmpty()
                    ? told(answer)
                    : answer.picked().stream().map(words::text).collect(Collectors.joining(", "));
            list.add(new DescriptionList.Term(words.text(answer.label())), new DescriptionList.Description(told));
        }
        list.setId("proposal-answers");
        list.addClassName("proposal-answers");
        add(new Section(new H2(words.get("proposal.section.questions")), list));
    }

    private String told(ProposalView.Answer answer) {
        return switch (answer.kind()) {
            case YES_NO -> words.get(answer.text().equals("yes") ? "shell.yes" : "shell.no");
            case DATE -> words.day(LocalDate.parse(answer.text()));
            case TEXT, LONG_TEXT, CHOICE, SEVERAL, NUMBER, FILE -> answer.text();
        };
    }

    private void attached(ProposalView view) {
        if (view.files().isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        for (var file : view.files()) {
            var link = new Anchor("/proposals/" + view.code() + "/files/" + file.key(), file.name());
            link.setRouterIgnore(true);
            var size = new Span(words.get("proposal.file.size", Math.max(1, file.size() / 1024)));
            size.addClassName("muted");
            list.add(new ListItem(link, size));
        }
        list.setId("proposal-attached");
        list.addClassName("proposal-file-list");
        add(new Section(new H2(words.get("proposal.section.files")), list));
    }

    /** Tells also when it suits its people, if they have said so. */
    ProposalText withTimes() {
        if (!view.times().isKnown()) {
            return this;
        }
        var list = new UnorderedList();
        if (view.times().any()) {
            list.add(new ListItem(words.get("conflict.times.any")));
        }
        TimesInWords.of(words, view.times().unsuitable()).forEach(time -> list.add(new ListItem(time)));
        list.setId("proposal-unsuitable");
        add(new Section(new H2(words.get("proposal.field.unsuitable")), list));
        return this;
    }
}
