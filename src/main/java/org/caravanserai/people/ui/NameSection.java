package org.caravanserai.people.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.people.Degree;
import org.caravanserai.people.OwnPicture;
import org.caravanserai.people.OwnProfile;
import org.caravanserai.people.Rank;
import org.caravanserai.people.Salutation;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.Words;
import org.caravanserai.text.PersonName;

/** The name in all its forms, how it appears to others, how its bearer is addressed, and her picture. */
class NameSection extends Div {

    private static final long serialVersionUID = 1L;
    private static final int PAUSE = 800;

    private final Words words;
    private final TextField published;
    private final RadioButtonGroup<PersonName.Order> order;
    private final TextField family;
    private final TextField given;
    private final TextField nativeScript;
    private final TextField kana;
    private final TextField patronymic;
    private final Select<Salutation> salutation;
    private final Select<Degree> degree;
    private final Select<Rank> rank;
    private final NamePreview preview;

    NameSection(Words words, KeptProfile kept, OwnPicture pictures) {
        this.words = words;
        addClassName("profile-columns");
        published = text("published", "people.field.published", 200);
        published.setHelperText(words.get("people.field.published.help"));
        published.setRequiredIndicatorVisible(true);
        order = new RadioButtonGroup<>(words.get("profile.order"));
        order.setId("name-order");
        order.setItems(PersonName.Order.values());
        order.setItemLabelGenerator(each -> words.get("profile.order." + each.name()));
        family = text("family", "people.field.family", 100);
        given = text("given", "people.field.given", 100);
        nativeScript = text("native-script", "people.field.native", 200);
        nativeScript.setHelperText(words.get("people.field.native.help"));
        kana = text("kana", "people.field.kana", 200);
        kana.setHelperText(words.get("profile.kana.help"));
        patronymic = text("patronymic", "profile.patronymic", 100);
        patronymic.setHelperText(words.get("profile.patronymic.help"));
        salutation = choice("salutation", "profile.salutation", Salutation.values());
        degree = choice("degree", "profile.degree", Degree.values());
        degree.setHelperText(words.get("profile.degree.help"));
        rank = choice("rank", "profile.rank", Rank.values());
        preview = new NamePreview(words);
        show(kept.shown());
        Stream.of(published, family, given, nativeScript, kana, patronymic)
                .forEach(field -> field.addValueChangeListener(e -> preview.show(name())));
        order.addValueChangeListener(e -> arrange());
        arrange();
        var forms = new Div(names(kept), titles(kept));
        forms.addClassName("profile-main");
        var side = new Div(preview, new PictureSection(words, pictures, kept.shown()));
        side.addClassName("profile-side");
        add(forms, side);
    }

    private KeptForm names(KeptProfile kept) {
        return kept.form(
                        words.get("profile.name.title"),
                        version -> kept.service().rename(version, name()),
                        now -> Stream.of(
                                        now.name().published(),
                                        now.name().family(),
                                        now.name().given(),
                                        now.name().nativeScript(),
                                        now.name().kana(),
                                        now.name().patronymic())
                                .filter(form -> !form.isEmpty())
                                .collect(Collectors.joining("\n")),
                        this::show)
                .with("published", published)
                .with("nameOrder", order)
                .with("family", family)
                .with("given", given)
                .with("nativeScript", nativeScript)
                .with("kana", kana)
                .with("patronymic", patronymic);
    }

    private KeptForm titles(KeptProfile kept) {
        return kept.form(
                        words.get("profile.titles.title"),
                        version -> kept.service()
                                .title(version, salutation.getValue(), degree.getValue(), rank.getValue()),
                        now -> String.join(
                                "\n",
                                words.get(
                                        "profile.salutation." + now.salutation().name()),
                                words.get("profile.degree." + now.degree().name()),
                                words.get("profile.rank." + now.rank().name())),
                        this::show)
                .with("salutation", salutation)
                .with("degree", degree)
                .with("rank", rank);
    }

    private void show(OwnProfile.Profile profile) {
        var name = profile.name();
        published.setValue(name.published());
        order.setValue(name.nameOrder());
        family.setValue(name.family());
        given.setValue(name.given());
        nativeScript.setValue(name.nativeScript());
        kana.setValue(name.kana());
        patronymic.setValue(name.patronymic());
        salutation.setValue(profile.salutation());
        degree.setValue(profile.degree());
        rank.setValue(profile.rank());
        preview.show(name);
    }

    private PersonName name() {
        return new PersonName(
                published.getValue(),
                order.getValue() == PersonName.Order.MONONYM ? "" : family.getValue(),
                given.getValue(),
                order.getValue(),
                nativeScript.getValue(),
                kana.getValue(),
                patronymic.getValue());
    }

    /** Who has one name has no family name to write; what was written there stays in the field until she leaves. */
    private void arrange() {
        var one = order.getValue() == PersonName.Order.MONONYM;
        family.setVisible(!one);
        given.setLabel(words.get(one ? "profile.onlyName" : "people.field.given"));
    }

    private TextField text(String id, String label, int longest) {
        var field = new TextField(words.get(label));
        field.setId(id);
        field.setMaxLength(longest);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        return field;
    }

    private <E extends Enum<E>> Select<E> choice(String id, String label, E[] values) {
        var field = new Select<E>();
        field.setLabel(words.get(label));
        field.setId(id);
        field.setItems(values);
        field.setItemLabelGenerator(each -> words.get(label + "." + each.name()));
        return field;
    }
}
