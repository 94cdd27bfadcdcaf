package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.agenda.conflict.SessionFacts.Needs;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.KeptForm;
import org.caravanserai.shell.Words;

/** What sessions of each type need of their room. */
class NeedsForm extends KeptForm {

    private static final long serialVersionUID = 1L;
    private static final String BOOTH = "BOOTH";

    private final RulesView view;
    private final transient Words words;
    private final Map<UUID, MultiSelectComboBox<String>> fields = new LinkedHashMap<>();

    NeedsForm(RulesView view, Words words, Clock clock) {
        super(words.get("conflict.needs.title"), clock);
        this.view = view;
        this.words = words;
        addClassName("rule-needs");
        with(new Paragraph(words.get("conflict.needs.help")));
        for (var type : view.standing().types()) {
            var field = Fields.<String>several(words.text(type.name()));
            field.setId("needs-" + type.key());
            field.setItems(Stream.concat(Arrays.stream(Equipment.values()).map(Enum::name), Stream.of(BOOTH))
                    .toList());
            field.setItemLabelGenerator(this::label);
            fields.put(type.key(), field);
            with("needs", field);
        }
        keeping(this::keepTyped).whenStale(this::theirs, view::readAgain, () -> {
            view.readAgain();
            show();
        });
        show();
    }

    private void keepTyped() {
        var rules = view.rules();
        for (var field : fields.entrySet()) {
            rules = rules.needing(field.getKey(), needs(field.getValue().getValue()));
        }
        view.keep(rules, words.get("conflict.rules.saved"));
    }

    private static Needs needs(Set<String> chosen) {
        return new Needs(
                chosen.stream()
                        .filter(each -> !each.equals(BOOTH))
                        .map(Equipment::valueOf)
                        .collect(Collectors.toSet()),
                chosen.contains(BOOTH) ? 1 : 0);
    }

    private static Set<String> chosen(Needs needs) {
        var chosen = new LinkedHashSet<String>();
        needs.equipment().stream().sorted().forEach(each -> chosen.add(each.name()));
        if (needs.booths() > 0) {
            chosen.add(BOOTH);
        }
        return chosen;
    }

    private void show() {
        fields.forEach((type, field) -> field.setValue(chosen(view.rules().of(type))));
    }

    private String theirs() {
        view.readAgain();
        return view.standing().types().stream()
                .map(type -> words.text(type.name()) + ": "
                        + chosen(view.rules().of(type.key())).stream()
                                .map(this::label)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    private String label(String need) {
        return need.equals(BOOTH) ? words.get("conflict.needs.booth") : words.get("meeting.equipment." + need);
    }
}
