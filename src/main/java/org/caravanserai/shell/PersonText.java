package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import org.caravanserai.text.PersonName;

/**
 * A person: a picture or initials in a circle, the name in the reader's order and script, its other form small, and a line of detail
 * such as degree, institution and country.
 */
public class PersonText extends Div {

    private static final long serialVersionUID = 1L;

    /** A person without a picture; {@code detail} may be empty. */
    public PersonText(PersonName name, String detail) {
        this(name, detail, Optional.empty());
    }

    /** A person; {@code detail} may be empty, and {@code picture} is the address of hers. */
    public PersonText(PersonName name, String detail, Optional<String> picture) {
        var words = Words.here();
        addClassName("person");
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
        add(face(name, picture), text);
    }

    /** Her picture or else her initials, round, for eyes alone: her name stands beside it. */
    static Component face(PersonName name, Optional<String> picture) {
        if (picture.isPresent()) {
            var image = new Image(picture.get(), "");
            image.addClassName("person-picture");
            return image;
        }
        var initials = new Span(initials(name));
        initials.addClassName("person-initials");
        initials.getElement().setAttribute("aria-hidden", "true");
        return initials;
    }

    /** The initials that stand where there is no picture. */
    public static String initials(PersonName name) {
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
