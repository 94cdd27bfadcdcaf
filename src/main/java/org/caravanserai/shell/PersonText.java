package org.caravanserai.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.caravanserai.text.PersonName;

/**
 * A person: initials in a circle, the name in the reader's order and script, its other form small, and a line of detail
 * such as degree, institution and country.
 */
public class PersonText extends Div {

    private static final long serialVersionUID = 1L;

    /** A person; {@code detail} may be empty. */
    public PersonText(PersonName name, String detail) {
        var words = Words.here();
        addClassName("person");
        var initials = new Span(initials(name));
        initials.addClassName("person-initials");
        initials.getElement().setAttribute("aria-hidden", "true");
        var shown = new Span(name.in(words.language()));
        shown.addClassName("person-name");
        var text = new Div(shown);
        text.addClassName("person-words");
        var other = name.besides(words.language());
        if (!other.isEmpty()) {
            var second = new Span(other);
            second.addClassName("person-other");
            text.add(new Span(" "), second);
        }
        if (!detail.isEmpty()) {
            var line = new Div(detail);
            line.addClassName("person-detail");
            text.add(line);
        }
        add(initials, text);
    }

    static String initials(PersonName name) {
        var parts = name.published().split(" ");
        var first = firstLetter(parts[0]);
        return parts.length == 1 ? first : first + firstLetter(parts[parts.length - 1]);
    }

    private static String firstLetter(String word) {
        return word.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("")
                .toUpperCase(Locale.ROOT);
    }
}
