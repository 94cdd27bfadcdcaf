package org.caravanserai.people.ui;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.caravanserai.people.OwnProfile;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.LanguageSwitch;
import org.caravanserai.shell.Words;
import org.caravanserai.shell.ZoneField;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;
import org.caravanserai.text.Refusal;

/** In which language one reads, in which ones one works, and in which zone one lives. */
class ReadingSection extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final Select<Language> language = new Select<>();
    private final MultiSelectComboBox<String> languages;
    private final ZoneField zone;

    ReadingSection(Words words, KeptProfile kept) {
        this.words = words;
        language.setId("interface-language");
        language.setLabel(words.get("profile.language"));
        language.setHelperText(words.get("profile.language.help"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        languages = Fields.several(words.get("profile.languages"));
        languages.setId("working-languages");
        languages.setHelperText(words.get("profile.languages.help"));
        languages.setItems(all());
        languages.setItemLabelGenerator(this::name);
        zone = new ZoneField(words, words.get("profile.zone"));
        zone.setId("own-zone");
        zone.setHelperText(words.get("profile.zone.help"));
        show(kept.shown());
        add(kept.form(
                        words.get("profile.section.READING"),
                        version -> save(kept, version),
                        now -> String.join(
                                "\n",
                                now.language().ownName(),
                                now.languages().stream().map(this::name).collect(Collectors.joining(", ")),
                                Moments.city(words.language(), now.zone())),
                        this::show)
                .with("language", language)
                .with("languages", languages)
                .with("zone", zone));
    }

    private long save(KeptProfile kept, long version) {
        ZoneId where = zone.getValue();
        if (where == null) {
            throw Refusal.at("zone", "profile.zone.required");
        }
        var next = kept.service().locate(version, language.getValue(), languages.getValue(), where);
        var ui = UI.getCurrentOrThrow();
        LanguageSwitch.zone(ui, where);
        if (language.getValue() != words.language()) {
            LanguageSwitch.to(ui, language.getValue());
        }
        return next;
    }

    private void show(OwnProfile.Profile profile) {
        language.setValue(profile.language());
        languages.setValue(profile.languages());
        zone.setValue(profile.zone());
    }

    private String name(String tag) {
        return Language.ofTag(tag)
                .map(Language::ownName)
                .orElseGet(() ->
                        new ULocale(tag).getDisplayLanguage(words.language().icuLocale()));
    }

    /** The languages of the meetings first, then all others as the reader sorts their names. */
    private List<String> all() {
        var all = new ArrayList<>(
                Arrays.stream(Language.values()).map(Language::tag).toList());
        var collator = Collator.getInstance(words.language().icuLocale());
        Arrays.stream(Locale.getISOLanguages())
                .filter(tag -> tag.length() == 2 && !all.contains(tag))
                .filter(tag -> !name(tag).equals(tag))
                .sorted((a, b) -> collator.compare(name(a), name(b)))
                .forEach(all::add);
        return all;
    }
}
