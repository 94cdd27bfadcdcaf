package org.caravanserai.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleInviting;
import org.caravanserai.people.RoleInviting.Line;
import org.caravanserai.people.RoleInviting.Result;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/** Where many addresses are pasted, one on each line, and what became of each line. */
class InvitePanel extends Div {

    private static final long serialVersionUID = 1L;

    /** Invites everyone on the lines to a role. */
    interface Inviting {
        List<Line> invite(Role role, String pasted, Language language);
    }

    private final Words words;
    private final transient Inviting inviting;
    private final transient BiConsumer<Role, List<Line>> undo;
    private final transient Runnable changed;
    private final Problems problems = new Problems();
    private final TextArea lines = new TextArea();
    private final Select<Role> role;
    private final Select<Language> language;
    private final Div report = new Div();

    InvitePanel(Words words, Inviting inviting, BiConsumer<Role, List<Line>> undo, Runnable changed) {
        this.words = words;
        this.inviting = inviting;
        this.undo = undo;
        this.changed = changed;
        addClassName("form");
        lines.setId("invite-lines");
        lines.setLabel(words.get("roles.invite.lines"));
        lines.setHelperText(words.get("roles.invite.lines.help", RoleInviting.MOST_LINES));
        lines.setMinRows(5);
        lines.setMaxRows(12);
        lines.setMaxLength(200_000);
        role = RoleWords.role(words);
        role.setId("invite-role");
        role.setValue(Role.REVIEWER);
        language = RoleWords.language(words);
        language.setId("invite-language");
        var submit = new Button(words.get("roles.invite.submit"), e -> invite());
        submit.setId("invite-submit");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        report.getElement().setAttribute("role", "status");
        add(problems, lines, role, language, submit, report);
    }

    private void invite() {
        problems.clear();
        report.removeAll();
        var chosen = RoleWords.valueOr(role.getValue(), Role.REVIEWER);
        try {
            var told =
                    inviting.invite(chosen, lines.getValue(), RoleWords.valueOr(language.getValue(), words.language()));
            var reached = told.stream()
                    .filter(l -> l.result() == Result.GIVEN || l.result() == Result.OFFERED)
                    .count();
            if (reached > 0) {
                Notices.done(words.get("roles.invite.done", reached), () -> {
                    undo.accept(chosen, told);
                    report.removeAll();
                    changed.run();
                });
            }
            show(told);
            // What could not be taken stays, so that it can be mended.
            lines.setValue(String.join(
                    "\n",
                    told.stream()
                            .filter(l -> l.result() == Result.MALFORMED)
                            .map(Line::text)
                            .toList()));
            changed.run();
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("lines", lines));
        }
    }

    private void show(List<Line> told) {
        var rows = new UnorderedList();
        rows.setId("invite-report");
        rows.addClassName("plain-rows");
        for (var line : told) {
            var number = new Span(words.get("roles.invite.line", line.number()));
            number.addClassNames("small", "muted");
            rows.add(new ListItem(
                    new Span(line.text()),
                    number,
                    new StatusBadge(words.get("roles.result." + line.result()), tone(line.result()))));
        }
        report.add(new Paragraph(words.get("roles.invite.report", told.size())), rows);
    }

    private static Tone tone(Result result) {
        return switch (result) {
            case GIVEN -> Tone.DONE;
            case OFFERED -> Tone.ACTIVE;
            case HELD, WAITS, REPEATED -> Tone.NEUTRAL;
            case UNREACHABLE, MALFORMED -> Tone.DANGER;
        };
    }
}
