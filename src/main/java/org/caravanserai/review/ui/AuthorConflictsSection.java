package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.reviewing.AuthorConflicts;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** People who should not judge a proposal, named by its contributors: each kept at once, each with a reason if they wish. */
class AuthorConflictsSection extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient ProposalId proposal;
    private final transient AuthorConflicts conflicts;
    private final transient PeopleFinding people;
    private final UnorderedList named = new UnorderedList();
    private final UnorderedList found = new UnorderedList();
    private final TextField search = new TextField();
    private final TextField reason = new TextField();

    AuthorConflictsSection(Words words, ProposalId proposal, AuthorConflicts conflicts, PeopleFinding people) {
        this.words = words;
        this.proposal = proposal;
        this.conflicts = conflicts;
        this.people = people;
        addClassName("author-conflicts");
        named.addClassName("contributors");
        found.addClassName("contributor-found");
        search.setId("author-conflict-search");
        search.setLabel(words.get("reviewers.authors.search"));
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setMaxLength(200);
        search.addValueChangeListener(e -> find(e.getValue()));
        reason.setId("author-conflict-reason");
        reason.setLabel(words.get("reviewers.authors.reason"));
        reason.setHelperText(words.get("reviewers.authors.reason.help"));
        reason.setMaxLength(1_000);
        var line = new com.vaadin.flow.component.html.Div(search, reason);
        line.addClassName("proposal-pair");
        add(
                new H2(words.get("reviewers.authors.title")),
                new Paragraph(words.get("reviewers.authors.help")),
                named,
                line,
                found);
        show();
    }

    private void show() {
        named.removeAll();
        for (var person : conflicts.list(proposal)) {
            var remove = new Button(words.get("shell.remove"), e -> {
                conflicts.takeBack(proposal, person.person());
                show();
                Notices.done(
                        words.get("reviewers.authors.removed", words.name(person.name())),
                        () -> name(person.person(), person.reason()));
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(words.get("shell.remove") + ": " + words.name(person.name()));
            var item = new ListItem(new PersonText(person.name(), person.reason()), remove);
            item.addClassName("contributor");
            named.add(item);
        }
    }

    private void find(String typed) {
        found.removeAll();
        for (var person : people.named(typed)) {
            var add = new Button(words.get("reviewers.authors.name"), e -> {
                name(person.person(), reason.getValue());
                search.clear();
                reason.clear();
            });
            add.setAriaLabel(words.get("reviewers.authors.name") + ": " + words.name(person.name()));
            var item = new ListItem(new PersonText(person.name(), person.affiliation()), add);
            item.addClassName("contributor");
            found.add(item);
        }
    }

    private void name(PersonId person, String why) {
        try {
            conflicts.name(proposal, person, why);
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show();
    }
}
