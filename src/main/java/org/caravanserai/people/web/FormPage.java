package org.caravanserai.people.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Refusal;

/** A plain page with one form: complete without a script, shown again with all that was typed when something is refused. */
public final class FormPage {

    private final String title;
    private final String intro;
    private final String action;
    private final String submit;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, String> hidden = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Link> entries = new ArrayList<>();
    private final List<Refusal.Problem> problems = new ArrayList<>();

    /** A page; without a word on its button it has no form. */
    FormPage(String title, String intro, String action, String submit) {
        this.title = title;
        this.intro = intro;
        this.action = action;
        this.submit = submit;
    }

    /**
     * One input.
     *
     * @param type as in HTML, or {@code select}
     * @param options what a select offers: labels by value
     */
    public record Field(
            String name,
            String label,
            String help,
            String type,
            String value,
            String autocomplete,
            boolean required,
            Map<String, String> options) {}

    /** A way elsewhere, or a button of its own. */
    public record Link(String words, String target) {}

    FormPage with(
            String name, String label, String help, String type, String value, String autocomplete, boolean required) {
        fields.add(new Field(name, label, help, type, value, autocomplete, required, Map.of()));
        return this;
    }

    FormPage choice(String name, String label, String value, Map<String, String> options) {
        fields.add(new Field(name, label, "", "select", value, "country", false, options));
        return this;
    }

    FormPage hidden(String name, String value) {
        hidden.put(name, value);
        return this;
    }

    FormPage link(String words, String target) {
        links.add(new Link(words, target));
        return this;
    }

    FormPage entry(String words, String part) {
        entries.add(new Link(words, part));
        return this;
    }

    FormPage refused(Optional<Refusal> refusal) {
        refusal.ifPresent(r -> problems.addAll(r.problems()));
        return this;
    }

    /** The title. */
    public String title() {
        return title;
    }

    /** A sentence under it. */
    public String intro() {
        return intro;
    }

    /** Where the form goes. */
    public String action() {
        return action;
    }

    /** The word on its button; empty if there is no form. */
    public String submit() {
        return submit;
    }

    /** The inputs, in order. */
    public List<Field> fields() {
        return fields;
    }

    /** What goes along unseen. */
    public Map<String, String> hidden() {
        return hidden;
    }

    /** Ways elsewhere, under the form. */
    public List<Link> links() {
        return links;
    }

    /** The demonstration's ways in. */
    public List<Link> entries() {
        return entries;
    }

    /** What was refused. */
    public List<Refusal.Problem> problems() {
        return problems;
    }

    /** What was refused about one field, in the reader's words; empty if nothing. */
    public String problem(String field, PageReader reader) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .map(reader::get)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /** Whether the field is on this page, so that the summary can lead to it. */
    public boolean has(String field) {
        return fields.stream().anyMatch(f -> f.name().equals(field));
    }

    /** Where the form goes to be shown again in another language. */
    public String inLanguage(String tag) {
        return action + "?lang=" + tag;
    }
}
