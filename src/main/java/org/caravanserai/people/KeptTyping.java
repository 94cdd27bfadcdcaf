package org.caravanserai.people;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.caravanserai.shell.SavedLine;
import org.caravanserai.shell.Words;

/** Keeps what is typed into a form that is sent at once, and puts it back when the form is opened again. */
public final class KeptTyping {

    private final UnsentWords unsent;
    private final String form;
    private final Map<String, String> before;
    private final SavedLine saved = new SavedLine();

    /**
     * For one form.
     *
     * @param form names it among all forms; at most 100 characters
     */
    public KeptTyping(UnsentWords unsent, String form) {
        this.unsent = unsent;
        this.form = form;
        this.before = unsent.of(form);
    }

    /** Says when the latest words were kept. */
    public SavedLine line() {
        return saved;
    }

    /** Says, where words of an earlier time are back, that they have not been sent; where there are none it is not seen. */
    public Paragraph back() {
        var said = new Paragraph(Words.here().get("shell.page.back"));
        said.addClassName("muted");
        said.getElement().setAttribute("role", "status");
        said.setVisible(!before.isEmpty());
        return said;
    }

    /** Whether something of an earlier time was kept under a name. */
    public boolean has(String name) {
        return before.containsKey(name);
    }

    /** Keeps a text. */
    public <F extends HasValue<?, String> & HasValueChangeMode> F text(String name, F field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return value(name, field, words -> words, Optional::of);
    }

    /**
     * Keeps what was chosen.
     *
     * @param written how a value is kept
     * @param read what was kept; empty if it cannot be chosen any more
     */
    public <T, F extends HasValue<?, T>> F value(
            String name, F field, Function<T, String> written, Function<String, Optional<T>> read) {
        Optional.ofNullable(before.get(name)).flatMap(read).ifPresent(field::setValue);
        field.addValueChangeListener(
                e -> keep(name, field.getOptionalValue().map(written).orElse("")));
        return field;
    }

    /** What of an earlier time was kept under a name for more than one field; empty if nothing was. */
    public String kept(String name) {
        return before.getOrDefault(name, "");
    }

    /** Keeps what stands in more than one field. */
    public void keep(String name, String words) {
        saved.saved(unsent.keep(form, name, words));
    }

    /** It was sent. */
    public void sent() {
        unsent.sent(form);
        saved.setText("");
    }
}
