package org.caravanserai.people.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.people.Countries;
import org.caravanserai.people.InstitutionDirectory;
import org.caravanserai.people.InstitutionField;
import org.caravanserai.people.OwnProfile;
import org.caravanserai.shell.Words;

/** Where one works, and by which identifier one's publications are found. */
class WorkSection extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final InstitutionField affiliation;
    private final Paragraph printed = new Paragraph();
    private final ComboBox<String> country;
    private final TextField orcid;

    WorkSection(Words words, KeptProfile kept, InstitutionDirectory directory) {
        this.words = words;
        affiliation = new InstitutionField(words.get("profile.affiliation"), directory);
        affiliation.setId("affiliation");
        printed.addClassNames("muted", "small");
        printed.setId("affiliation-printed");
        country = new ComboBox<>(words.get("people.field.country"));
        country.setId("country");
        country.setItems(Countries.all(words.language()));
        country.setItemLabelGenerator(code -> Countries.name(words.language(), code));
        country.setClearButtonVisible(true);
        orcid = new TextField("ORCID iD");
        orcid.setId("orcid");
        orcid.setHelperText(words.get("profile.orcid.help"));
        orcid.setMaxLength(60);
        show(kept.shown());
        affiliation.addValueChangeListener(e -> {
            sayPrinted();
            suggestCountry();
        });
        add(kept.form(
                        words.get("profile.section.WORK"),
                        version -> kept.service()
                                .work(
                                        version,
                                        affiliation.affiliation(),
                                        Objects.requireNonNullElse(country.getValue(), ""),
                                        orcid.getValue()),
                        now -> Stream.of(
                                        now.affiliation().words(),
                                        Countries.name(words.language(), now.country()),
                                        now.orcid())
                                .filter(each -> !each.isEmpty())
                                .collect(Collectors.joining("\n")),
                        this::show)
                .with("affiliation", affiliation)
                .with(printed)
                .with("country", country)
                .with("orcid", orcid));
    }

    private void show(OwnProfile.Profile profile) {
        affiliation.setAffiliation(profile.institution(), profile.affiliation().words());
        country.setValue(profile.country().isEmpty() ? null : profile.country());
        orcid.setValue(profile.orcid());
        sayPrinted();
    }

    private void sayPrinted() {
        var chosen = affiliation.affiliation();
        printed.setVisible(!chosen.isEmpty());
        printed.setText(words.get(
                chosen.institution().isPresent() ? "profile.affiliation.picked" : "profile.affiliation.typed",
                chosen.words()));
    }

    /** The country of the institution, while none is chosen; it is kept together with the institution. */
    private void suggestCountry() {
        var choice = affiliation.getValue();
        var found = choice == null ? null : choice.found();
        if (found != null && country.isEmpty() && Countries.exists(found.country())) {
            country.setValue(found.country());
        }
    }
}
