package org.caravanserai.people.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.people.Countries;
import org.caravanserai.people.Institution;
import org.caravanserai.people.InstitutionAdministration;
import org.caravanserai.people.InstitutionAdministration.Detail;
import org.caravanserai.people.InstitutionState;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.LocalizedField;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;

/** One institution: what the registry says of it, and what an administrator may correct, kept as it is typed. */
class InstitutionEditor extends Div {

    private static final long serialVersionUID = 1L;
    private static final int PAUSE = 800;

    private final Words words;
    private final LocalizedField name;
    private final TextArea acronyms;
    private final TextArea aliases;
    private final TextField city;
    private final TextField website;
    private final Paragraph edited = new Paragraph();
    private long version;

    InstitutionEditor(Words words, InstitutionAdministration administration, Detail shown, Clock clock) {
        this.words = words;
        this.version = shown.version();
        name = new LocalizedField(words.get("institution.name"), false);
        name.setId("institution-name");
        acronyms = lines("institution-acronyms", "institution.acronyms");
        aliases = lines("institution-aliases", "institution.aliases");
        city = line("institution-city", "institution.city", 200);
        website = line("institution-website", "institution.website", 490);
        edited.addClassNames("muted", "small");
        show(shown);
        var form = new KeptForm(words.text(shown.name().isEmpty() ? printed(shown) : shown.name()), clock);
        form.with(facts(shown))
                .with("name", name)
                .with("acronyms", acronyms)
                .with("aliases", aliases)
                .with("city", city)
                .with("website", website)
                .with(edited)
                .keeping(() -> {
                    version = administration.correct(shown.key(), version, content());
                    edited.setText(words.get("institution.edited"));
                })
                .whenStale(
                        () -> administration
                                .read(shown.ror())
                                .map(now -> Stream.concat(
                                                now.content().name().texts().values().stream(),
                                                now.content().aliases().stream())
                                        .collect(Collectors.joining("\n")))
                                .orElse(""),
                        () -> administration.read(shown.ror()).ifPresent(now -> version = now.version()),
                        () -> administration.read(shown.ror()).ifPresent(now -> {
                            version = now.version();
                            show(now);
                        }));
        add(form);
    }

    private void show(Detail shown) {
        name.setValue(shown.content().name());
        acronyms.setValue(String.join("\n", shown.content().acronyms()));
        aliases.setValue(String.join("\n", shown.content().aliases()));
        city.setValue(shown.content().city());
        website.setValue(shown.content().website());
        edited.setText(words.get(shown.edited() ? "institution.edited" : "institution.edit.help"));
    }

    private Div facts(Detail shown) {
        var ror = new Anchor(shown.ror().address(), shown.ror().address().substring("https://".length()));
        ror.setTarget("_blank");
        ror.getElement().setAttribute("rel", "noopener noreferrer");
        var what = shown.types().stream()
                .sorted()
                .map(type -> words.get("institution.type." + type.name()))
                .collect(Collectors.joining(", "));
        var facts = new Div(
                new StatusBadge(words.get("institution.state." + shown.state().name()), tone(shown.state())),
                new Span(Countries.name(words.language(), shown.country())),
                new Span(what),
                ror);
        facts.addClassName("institution-facts");
        return facts;
    }

    private Institution.Content content() {
        return new Institution.Content(
                name.getValue(),
                List.of(aliases.getValue().split("\n")),
                List.of(acronyms.getValue().split("\n")),
                city.getValue(),
                website.getValue());
    }

    private static org.caravanserai.text.LocalizedText printed(Detail shown) {
        return org.caravanserai.text.LocalizedText.of(Language.EN, shown.ror().value());
    }

    private static Tone tone(InstitutionState state) {
        return switch (state) {
            case ACTIVE -> Tone.DONE;
            case INACTIVE -> Tone.WAITING;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    private TextField line(String id, String label, int longest) {
        var field = new TextField(words.get(label));
        field.setId(id);
        field.setMaxLength(longest);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        return field;
    }

    private TextArea lines(String id, String label) {
        var field = new TextArea(words.get(label));
        field.setId(id);
        field.setHelperText(words.get("institution.lines.help"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        return field;
    }
}
