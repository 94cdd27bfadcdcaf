package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.people.Countries;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.people.PeopleFinding.Found;
import org.caravanserai.people.PersonId;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Words;

/** A field in which people are chosen by their names, one after another. */
class PeopleField extends CustomField<List<Found>> {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final ComboBox<Found> search = new ComboBox<>();
    private final UnorderedList list = new UnorderedList();
    private final transient List<Found> chosen = new ArrayList<>();

    PeopleField(Words words, PeopleFinding finding, String label, String help, String id) {
        super(List.of());
        this.words = words;
        setLabel(label);
        setHelperText(help);
        setId(id);
        search.setId(id + "-search");
        search.setAriaLabel(label);
        search.setPlaceholder(words.get("finding.people.search"));
        search.setItemLabelGenerator(this::line);
        search.setItemsWithFilterConverter(
                query -> finding.reachable(query.getFilter().orElse("")).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                text -> text);
        search.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                choose(e.getValue());
                search.clear();
            }
        });
        list.addClassName("hours-people");
        add(new Div(search, list));
    }

    /** The identities of those chosen. */
    List<PersonId> people() {
        return chosen.stream().map(Found::person).toList();
    }

    /** Chooses someone, as if by hand. */
    void choose(Found person) {
        if (chosen.stream().noneMatch(each -> each.person().equals(person.person()))) {
            chosen.add(person);
            show();
            updateValue();
        }
    }

    private void remove(Found person) {
        chosen.remove(person);
        show();
        updateValue();
        search.focus();
    }

    private void show() {
        list.removeAll();
        for (var each : chosen) {
            var remove = new Button(words.get("finding.row.remove"), e -> remove(each));
            remove.setAriaLabel(words.get("finding.row.remove") + ": " + words.name(each.name()));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            list.add(new ListItem(new PersonText(each.name(), detail(each)), remove));
        }
    }

    private String line(Found found) {
        var detail = detail(found);
        return detail.isEmpty() ? words.name(found.name()) : words.name(found.name()) + " · " + detail;
    }

    private String detail(Found found) {
        var country = found.country().isEmpty() ? "" : Countries.name(words.language(), found.country());
        return found.affiliation().isEmpty()
                ? country
                : country.isEmpty() ? found.affiliation() : found.affiliation() + " · " + country;
    }

    @Override
    protected List<Found> generateModelValue() {
        return List.copyOf(chosen);
    }

    @Override
    protected void setPresentationValue(List<Found> people) {
        chosen.clear();
        chosen.addAll(people);
        show();
    }
}
