package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.function.Consumer;
import org.caravanserai.people.KeptTyping;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** Asks for a few words and does something with them; what is refused stays to be put right. */
class LineDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /**
     * A dialog.
     *
     * @param typing keeps the words until they are sent
     * @param field the name by which the service's refusals call the words
     * @param send what is done with them; it may refuse
     */
    LineDialog(
            Words words,
            KeptTyping typing,
            String title,
            String help,
            String label,
            String field,
            int longest,
            Consumer<String> send) {
        setHeaderTitle(title);
        addClassName("partner-dialog");
        var text = new TextArea(label);
        text.setId("line-text");
        text.setMaxLength(longest);
        text.setMinRows(3);
        typing.text(field, text);
        var problems = new Problems();
        var body = new Div(new Paragraph(help), problems, text, typing.line());
        body.addClassName("one-column");
        add(body);
        var done = new Button(title, e -> {
            try {
                send.accept(text.getValue());
                typing.sent();
                close();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of(field, text));
            }
        });
        done.setId("line-send");
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.get("shell.cancel"), e -> close()), done);
        addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                text.focus();
            }
        });
    }
}
