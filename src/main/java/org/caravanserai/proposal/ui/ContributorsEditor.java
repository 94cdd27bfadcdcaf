package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorInviting;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.shell.ArrangedList;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/** The people of a proposal in order, with their roles and answers; found by name or invited by mail. */
class ContributorsEditor extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ContributorInviting inviting;
    private final transient PeopleFinding finding;
    private final transient ProposalId proposal;
    private final Words words;
    private final ArrangedList<ContributorInviting.Named> people;
    private final UnorderedList found = new UnorderedList();
    private final TextField search = new TextField();
    private final Select<ContributorRole> role = new Select<>();

    ContributorsEditor(ContributorInviting inviting, PeopleFinding finding, ProposalId proposal, Words words) {
        this.inviting = inviting;
        this.finding = finding;
        this.proposal = proposal;
        this.words = words;
        setId("contributors");
        addClassName("contributors");
        people = new ArrangedList<>(
                words.get("proposal.section.people"),
                new ArrangedList.Parts<>(
                        ContributorInviting.Named::key,
                        person -> person.name().published(),
                        this::line,
                        null,
                        person -> !person.isProposer(),
                        this::remove,
                        this::arrange));
        people.addClassName("contributor-list");
        add(people, finder(), inviter());
        show();
    }

    private void show() {
        people.show(inviting.list(proposal));
    }

    private Component line(ContributorInviting.Named person) {
        var name = person.name().published();
        var role = roles("contributor-role-" + person.key());
        role.setAriaLabel(words.get("proposal.contributor.role", name));
        role.setValue(person.role());
        role.addValueChangeListener(e -> act(() -> inviting.changeRole(proposal, person.key(), e.getValue())));
        var state = new Div(ProposalStates.badge(words, person.answer()));
        if (person.answer() == Contributor.Answer.INVITED) {
            var again = new Button(
                    words.get("proposal.contributor.again"),
                    e -> act(() -> {
                        inviting.inviteAgain(proposal, person.key());
                        Notices.done(words.get("proposal.contributor.sent", name));
                    }));
            again.addThemeVariants(ButtonVariant.TERTIARY);
            state.add(again);
        }
        var detail = String.join(
                " · ",
                java.util.stream.Stream.of(person.affiliation(), country(person.country()), person.invitedEmail())
                        .filter(s -> !s.isEmpty())
                        .toList());
        var line = new Div(new PersonText(person.name(), detail), role, state);
        line.addClassName("contributor");
        return line;
    }

    private Div finder() {
        search.setId("contributor-search");
        search.setLabel(words.get("proposal.contributor.search"));
        search.setHelperText(words.get("proposal.contributor.search.help"));
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setMaxLength(200);
        search.addValueChangeListener(e -> find(e.getValue()));
        role.setId("contributor-new-role");
        fill(role);
        role.setLabel(words.get("proposal.contributor.as"));
        role.setValue(ContributorRole.PRESENTER);
        found.addClassName("contributor-found");
        var line = new Div(search, role);
        line.addClassName("proposal-pair");
        return new Div(line, found);
    }

    private void find(String typed) {
        found.removeAll();
        if (typed.strip().length() < 2) {
            return;
        }
        var people = finding.named(typed);
        if (people.isEmpty()) {
            found.add(new ListItem(new Span(words.get("proposal.contributor.none", typed.strip()))));
        }
        for (var person : people) {
            var add = new Button(
                    words.get("shell.add"),
                    e -> act(() -> {
                        inviting.add(proposal, person.person(), role.getValue());
                        search.clear();
                        Notices.done(words.get(
                                "proposal.contributor.asked", person.name().published()));
                    }));
            add.setAriaLabel(words.get("proposal.contributor.add", person.name().published()));
            var detail = person.affiliation() + (person.country().isEmpty() ? "" : " · " + country(person.country()));
            var item = new ListItem(new PersonText(person.name(), detail), add);
            item.addClassName("contributor");
            found.add(item);
        }
    }

    private Details inviter() {
        var name = new TextField(words.get("proposal.contributor.name"));
        name.setId("invite-name");
        var email = new EmailField(words.get("proposal.contributor.email"));
        email.setId("invite-email");
        var inviteRole = roles("invite-role");
        inviteRole.setLabel(words.get("proposal.contributor.as"));
        inviteRole.setValue(ContributorRole.AUTHOR);
        var language = new Select<Language>();
        language.setId("invite-language");
        language.setLabel(words.get("proposal.contributor.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(words.language());
        var problems = new Problems();
        var send = new Button(words.get("proposal.contributor.invite"));
        send.setId("invite-send");
        send.addClickListener(e -> {
            problems.clear();
            try {
                inviting.invite(
                        proposal,
                        name.getValue(),
                        new EmailAddress(email.getValue()),
                        inviteRole.getValue(),
                        language.getValue());
                Notices.done(words.get("proposal.contributor.sent", name.getValue()));
                name.clear();
                email.clear();
                show();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("name", name, "email", email));
            }
        });
        var who = new Div(name, email);
        who.addClassName("proposal-pair");
        var how = new Div(inviteRole, language);
        how.addClassName("proposal-pair");
        var details = new Details(
                words.get("proposal.contributor.byMail"),
                new Div(new Paragraph(words.get("proposal.contributor.byMail.help")), problems, who, how, send));
        details.setId("invite-by-mail");
        return details;
    }

    private void arrange(List<UUID> order) {
        var before = inviting.list(proposal).stream()
                .map(ContributorInviting.Named::key)
                .toList();
        act(() -> {
            inviting.arrange(proposal, order);
            Notices.done(
                    words.get("proposal.contributor.arranged"), () -> act(() -> inviting.arrange(proposal, before)));
        });
    }

    private void remove(ContributorInviting.Named person) {
        act(() -> {
            var removal = inviting.remove(proposal, person.key());
            Notices.done(
                    words.get("proposal.contributor.removed", person.name().published()),
                    () -> act(() -> inviting.putBack(proposal, removal)));
        });
    }

    private void act(Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show();
    }

    private Select<ContributorRole> roles(String id) {
        var select = new Select<ContributorRole>();
        select.setId(id);
        fill(select);
        return select;
    }

    private void fill(Select<ContributorRole> select) {
        select.setItems(ContributorRole.values());
        select.setItemLabelGenerator(r -> words.get("proposal.role." + r.name()));
    }

    private String country(String code) {
        return code.isEmpty()
                ? ""
                : com.ibm.icu.util.ULocale.getDisplayCountry(
                        "und-" + code, words.language().icuLocale());
    }
}
