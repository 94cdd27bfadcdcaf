package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Asks a reviewer who declines for her reason and for somebody who could review instead; both may stay empty. */
class DeclineDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    DeclineDialog(Words words, Reviewing reviewing, UUID assignment, Runnable declined) {
        setHeaderTitle(words.get("desk.decline.title"));
        var problems = new Problems();
        var reason = new TextArea(words.get("desk.decline.reason"));
        reason.setId("decline-reason");
        reason.setMinRows(3);
        reason.setMaxLength(1_000);
        var suggestion = new TextArea(words.get("desk.decline.suggestion"));
        suggestion.setId("decline-suggestion");
        suggestion.setHelperText(words.get("desk.decline.suggestion.help"));
        suggestion.setMaxLength(1_000);
        var body = new Div(new Paragraph(words.get("desk.decline.text")), problems, reason, suggestion);
        body.addClassName("desk-dialog");
        add(body);
        var decline = new Button(words.get("desk.decline"), e -> {
            try {
                reviewing.decline(assignment, reason.getValue(), suggestion.getValue());
                close();
                Notices.done(words.get("desk.declined"), () -> undo(reviewing, assignment, declined));
                declined.run();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("reason", reason, "suggestion", suggestion));
            }
        });
        decline.setId("decline-go");
        decline.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.get("shell.close"), e -> close()), decline);
    }

    private static void undo(Reviewing reviewing, UUID assignment, Runnable then) {
        try {
            reviewing.accept(assignment);
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        then.run();
    }
}
