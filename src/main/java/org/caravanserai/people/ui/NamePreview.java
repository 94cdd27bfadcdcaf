package org.caravanserai.people.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;

/** How a name appears to readers of different languages while it is being typed. */
class NamePreview extends Section {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final DescriptionList list = new DescriptionList();

    NamePreview(Words words) {
        this.words = words;
        addClassName("name-preview");
        setId("name-preview");
        add(new H2(words.get("profile.preview.title")), list, new Paragraph(words.get("profile.preview.help")));
    }

    void show(PersonName name) {
        list.removeAll();
        row("profile.preview.japanese", name, Language.JA);
        row("profile.preview.cyrillic", name, Language.RU);
        row("profile.preview.others", name, Language.EN);
        if (!name.kana().isEmpty()) {
            list.add(
                    new DescriptionList.Term(words.get("profile.preview.sorted")),
                    new DescriptionList.Description(japanese(name.kana())));
        }
    }

    private void row(String label, PersonName name, Language reader) {
        var first = marked(name, name.in(reader));
        first.addClassName("person-name");
        var both = new Div(first);
        var other = name.besides(reader);
        if (!other.isEmpty()) {
            var second = marked(name, other);
            second.addClassName("person-other");
            both.add(new Span(" "), second);
        }
        list.add(new DescriptionList.Term(words.get(label)), new DescriptionList.Description(both));
    }

    private static Span marked(PersonName name, String form) {
        var kanji = form.equals(name.nativeScript()) && form.codePoints().anyMatch(Character::isIdeographic);
        return kanji ? japanese(form) : new Span(form.isEmpty() ? "–" : form);
    }

    private static Span japanese(String text) {
        var span = new Span(text);
        span.getElement().setAttribute("lang", "ja");
        return span;
    }
}
