package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.UUID;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.review.reviewing.AskingToWrite;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Lets a reviewer ask a colleague, by her address, to write the review that she herself then reads and submits. */
class SubReviewer extends Details {

    private static final long serialVersionUID = 1L;

    SubReviewer(Words words, AskingToWrite asking, Reviewing reviewing, UUID assignment, Runnable asked) {
        setSummaryText(words.get("desk.sub"));
        setId("sub-reviewer");
        var email = new EmailField(words.get("desk.sub.email"));
        email.setId("sub-email");
        email.setManualValidation(true);
        var ask = new Button(words.get("desk.sub.ask"), e -> {
            try {
                var name = asking.ask(assignment, new EmailAddress(email.getValue()));
                Notices.done(words.get("desk.sub.asked", words.name(name)), () -> {
                    reviewing.writeAlone(assignment);
                    asked.run();
                });
                asked.run();
            } catch (Refusal refusal) {
                email.setErrorMessage(words.get(refusal.problems().getFirst()));
                email.setInvalid(true);
            }
        });
        ask.setId("sub-ask");
        var line = new Div(email, ask);
        line.addClassName("desk-sub");
        add(new Paragraph(words.get("desk.sub.text")), line);
    }
}
