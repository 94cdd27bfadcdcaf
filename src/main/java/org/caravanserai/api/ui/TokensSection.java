package org.caravanserai.api.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravanserai.api.PersonalTokens;
import org.caravanserai.api.PersonalTokens.Lifetime;
import org.caravanserai.api.PersonalTokens.Line;
import org.caravanserai.api.PersonalTokens.Standing;
import org.caravanserai.api.Scope;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The tokens that a person has given to programs, and the making of one. */
class TokensSection extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient PersonalTokens tokens;
    private final UnorderedList list = new UnorderedList();
    private final Problems problems = new Problems();
    private final TextField label = new TextField();
    private final Select<Lifetime> lifetime = new Select<>();
    private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>();
    private final TextField made = new TextField();

    TokensSection(Words words, PersonalTokens tokens) {
        this.words = words;
        this.tokens = tokens;
        setId("tokens");
        list.addClassName("profile-browsers");
        var description = new Anchor("/api/v1/openapi.json", words.get("api.tokens.description"));
        description.setRouterIgnore(true);
        var make = new Button(words.get("api.tokens.make"), e -> make());
        make.setId("make-token");
        var form = new Div(problems, label, lifetime, scopes, make, made);
        form.addClassName("one-column");
        fields();
        var body = new Div(
                new Paragraph(words.get("api.tokens.help")),
                new Paragraph(description),
                list,
                new H3(words.get("api.tokens.new")),
                form);
        body.addClassName("one-column");
        add(new H2(words.get("api.tokens.title")), body);
        show();
    }

    private void fields() {
        label.setId("token-label");
        label.setLabel(words.get("api.tokens.label"));
        label.setHelperText(words.get("api.tokens.label.help"));
        label.setMaxLength(PersonalTokens.LONGEST_LABEL);
        lifetime.setId("token-lifetime");
        lifetime.setLabel(words.get("api.tokens.lifetime"));
        lifetime.setItems(Lifetime.values());
        lifetime.setItemLabelGenerator(each -> words.get("api.tokens.lifetime.days", each.days()));
        lifetime.setValue(Lifetime.QUARTER);
        scopes.setId("token-scopes");
        scopes.setLabel(words.get("api.tokens.scopes"));
        scopes.setItems(Scope.values());
        scopes.setItemLabelGenerator(scope -> words.get("api.scope." + scope.name()));
        made.setId("token-made");
        made.setLabel(words.get("api.tokens.made"));
        made.setHelperText(words.get("api.tokens.made.help"));
        made.setReadOnly(true);
        made.setAutoselect(true);
        made.setVisible(false);
    }

    private void make() {
        problems.clear();
        made.setVisible(false);
        try {
            var token = tokens.make(label.getValue(), scopes.getValue(), lifetime.getValue());
            made.setValue(token.text());
            made.setVisible(true);
            made.focus();
            label.clear();
            scopes.clear();
            show();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("label", label, "scopes", scopes));
        }
    }

    private void show() {
        list.removeAll();
        var all = tokens.list();
        if (all.isEmpty()) {
            list.add(new ListItem(words.get("api.tokens.none")));
        }
        all.forEach(token -> list.add(item(token)));
    }

    private ListItem item(Line token) {
        var name = new Span(token.label());
        name.addClassName("person-name");
        var told = new Div(
                name,
                small(token.scopes().stream()
                        .sorted()
                        .map(scope -> words.get("api.scope." + scope.name()))
                        .collect(Collectors.joining(" · "))),
                small(words.get(
                        "api.tokens.dates", words.ownMoment(token.madeAt()), words.ownMoment(token.expiresAt()))),
                small(token.lastUsed()
                        .map(used -> words.get("api.tokens.used", words.ownMoment(used)))
                        .orElseGet(() -> words.get("api.tokens.used.never"))));
        if (token.standing() != Standing.WORKS) {
            told.addComponentAtIndex(
                    1,
                    new StatusBadge(words.get("api.tokens." + token.standing().name()), Tone.NEUTRAL));
        }
        var revoke = new Button(words.get("api.tokens.revoke"), e -> revoke(token));
        revoke.setAriaLabel(words.get("api.tokens.revoke") + ": " + token.label());
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        return new ListItem(told, revoke);
    }

    private void revoke(Line token) {
        tokens.revoke(token.key());
        show();
        Notices.done(words.get("api.tokens.revoked"), () -> {
            tokens.restore(token.key());
            show();
        });
    }

    private static Span small(String text) {
        var span = new Span(text);
        span.addClassNames("muted", "small");
        return span;
    }
}
