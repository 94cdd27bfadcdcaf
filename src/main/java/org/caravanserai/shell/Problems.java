package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caravanserai.text.Refusal;

/**
 * The summary above a form that a service refused: every reason once, each leading to its field, which shows it too. What
 * was typed stays.
 */
public class Problems extends Div {

    private static final long serialVersionUID = 1L;

    private final List<HasValidationProperties> marked = new ArrayList<>();

    /** An empty summary, invisible until there is something to say. */
    public Problems() {
        addClassName("problems");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /**
     * Shows the reasons.
     *
     * @param refusal what the service said
     * @param fields the form's fields by the names that the service uses; reasons of other fields stand in the summary
     *     alone
     */
    public void show(Refusal refusal, Map<String, ? extends Component> fields) {
        clear();
        var words = Words.here();
        var list = new UnorderedList();
        for (var problem : refusal.problems()) {
            var sentence = words.get(problem);
            var field = fields.get(problem.field());
            if (field == null) {
                list.add(new ListItem(sentence));
            } else {
                if (field instanceof HasValidationProperties validated) {
                    validated.setErrorMessage(sentence);
                    validated.setInvalid(true);
                    marked.add(validated);
                }
                var link = new Button(sentence, e -> goTo(field));
                link.addThemeVariants(ButtonVariant.TERTIARY);
                link.addClassName("problems-link");
                list.add(new ListItem(link));
            }
        }
        add(new Paragraph(words.get("shell.problems", refusal.problems().size())), list);
        setVisible(true);
        scrollIntoView();
    }

    /** Takes the summary and the marks on fields away. */
    public void clear() {
        removeAll();
        setVisible(false);
        marked.forEach(field -> field.setInvalid(false));
        marked.clear();
    }

    private static void goTo(Component field) {
        field.scrollIntoView();
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
