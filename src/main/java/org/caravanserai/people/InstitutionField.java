package org.caravanserai.people;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Optional;
import java.util.stream.Stream;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Clean;

/**
 * A field for an affiliation: an institution found in the directory by any of its names in any script, or, when it is not
 * there, what is typed.
 */
@StyleSheet("context://styles/profile.css")
public class InstitutionField extends ComboBox<InstitutionField.Choice> {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final transient InstitutionDirectory directory;
    private final Words words = Words.here();

    /**
     * What can be chosen: an institution, or a person's own words.
     *
     * @param found the institution; null for own words
     */
    public record Choice(InstitutionDirectory.@org.jspecify.annotations.Nullable Found found, String typed) {

        static Choice of(InstitutionDirectory.Found found) {
            return new Choice(found, "");
        }

        static Choice typed(String words) {
            return new Choice(null, words);
        }
    }

    /** An empty field. */
    public InstitutionField(String label, InstitutionDirectory directory) {
        super(label);
        this.directory = directory;
        setHelperText(words.get("institution.field.help"));
        setPlaceholder(words.get("institution.field.placeholder"));
        setClearButtonVisible(true);
        setAllowCustomValue(true);
        addCustomValueSetListener(e -> setTyped(e.getDetail()));
        setItemLabelGenerator(this::label);
        setRenderer(new ComponentRenderer<>(this::line));
        setPageSize(InstitutionDirectory.MOST);
        setItems(query -> {
            // The likeliest come at once; whoever wants more types more.
            int offset = query.getOffset();
            int limit = query.getLimit();
            return offset > 0
                    ? Stream.empty()
                    : directory.search(query.getFilter().orElse(""), limit).stream()
                            .map(Choice::of);
        });
    }

    /** What is chosen or typed. */
    public Affiliation affiliation() {
        var value = getValue();
        if (value == null) {
            return Affiliation.NONE;
        }
        var found = value.found();
        return found == null ? Affiliation.typed(value.typed()) : found.affiliation();
    }

    /** Shows an affiliation; an institution that has gone from the directory is shown by its words. */
    public void setAffiliation(Affiliation affiliation) {
        var found = affiliation.institution().flatMap(directory::find);
        setValue(found.map(Choice::of)
                .orElseGet(() -> affiliation.isEmpty() ? null : Choice.typed(affiliation.words())));
    }

    /** Shows an institution that is at hand already, or else words. */
    public void setAffiliation(Optional<InstitutionDirectory.Found> found, String typed) {
        setValue(found.map(Choice::of).orElseGet(() -> typed.isEmpty() ? null : Choice.typed(typed)));
    }

    private void setTyped(String typed) {
        var line = Clean.line(typed);
        var choice = line.isEmpty() ? null : Choice.typed(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        // As if it came from the browser, because it did: whoever keeps what is typed must hear of it.
        setModelValue(choice, true);
        setPresentationValue(choice);
    }

    private String label(Choice choice) {
        var found = choice.found();
        return found == null ? choice.typed() : words.text(found.name().isEmpty() ? printed(found) : found.name());
    }

    private static org.caravanserai.text.LocalizedText printed(InstitutionDirectory.Found found) {
        return org.caravanserai.text.LocalizedText.english(found.printedName());
    }

    private Div line(Choice choice) {
        var found = choice.found();
        var name = new Span(label(choice));
        name.addClassName("institution-name");
        var line = new Div(name);
        line.addClassName("institution-line");
        if (found != null) {
            var country = Countries.name(words.language(), found.country());
            var place = found.city().isEmpty() ? country : found.city() + (country.isEmpty() ? "" : ", " + country);
            var printed = found.printedName().equals(label(choice)) ? "" : found.printedName();
            var detail = new Span(printed.isEmpty() ? place : printed + " · " + place);
            detail.addClassName("institution-detail");
            line.add(detail);
        }
        return line;
    }
}
