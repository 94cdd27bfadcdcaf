package org.caravanserai.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.function.Consumer;
import org.caravanserai.proposal.SheetUpload;
import org.caravanserai.proposal.sheet.Mapping;
import org.caravanserai.proposal.sheet.Mapping.Options;
import org.caravanserai.proposal.sheet.Surroundings;
import org.caravanserai.proposal.sheet.Target;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;

/** What the columns of a sheet mean, with some of their values, for the organiser to see and correct. */
class SheetColumns extends Section {

    private static final long serialVersionUID = 1L;
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 120;
    private static final int FEWEST_PEOPLE = 5;

    private final transient SheetUpload.Waiting waiting;
    private final transient Consumer<Mapping> changed;
    private final transient TargetWords targets;
    private final Words words;

    /** @param changed is told the whole mapping after each change */
    SheetColumns(SheetUpload.Waiting waiting, Words words, Consumer<Mapping> changed) {
        this.waiting = waiting;
        this.changed = changed;
        this.words = words;
        this.targets = new TargetWords(words, waiting.surroundings());
        setId("sheet-columns");
        add(new H2(words.get("sheet.section.columns")), new Paragraph(words.get("sheet.columns.help")), columns());
        add(new H2(words.get("sheet.section.all")), all());
    }

    private Component columns() {
        var people = waiting.mapping().columns().stream()
                .filter(t -> t.field().isOfPerson())
                .mapToInt(t -> Integer.parseInt(t.of()))
                .max()
                .orElse(0);
        var choices = targets.all(Math.clamp(people + 2L, FEWEST_PEOPLE, Target.MOST_PEOPLE));
        var list = new UnorderedList();
        list.addClassName("sheet-columns");
        for (int column = 0; column < waiting.table().head().size(); column++) {
            list.add(column(column, choices));
        }
        return list;
    }

    private ListItem column(int column, java.util.List<Target> choices) {
        var name = targets.column(waiting.table(), column);
        var head = new Span(name);
        head.addClassName("sheet-head");
        var what = new Div(head);
        var samples = waiting.table().samples(column, SAMPLES);
        if (samples.isEmpty()) {
            what.add(sample(words.get("sheet.column.empty")));
        }
        samples.forEach(sample -> what.add(
                sample(sample.length() > LONGEST_SAMPLE ? sample.substring(0, LONGEST_SAMPLE) + "…" : sample)));
        var target = new ComboBox<Target>();
        target.setId("sheet-column-" + column);
        target.setAriaLabel(words.get("sheet.column.means", name));
        target.setItems(choices);
        target.setItemLabelGenerator(targets::name);
        target.setValue(waiting.mapping().columns().get(column));
        target.addValueChangeListener(e -> {
            var chosen = e.getValue() == null ? Target.NONE : e.getValue();
            if (e.isFromClient() || !chosen.equals(e.getOldValue())) {
                changed.accept(waiting.mapping().with(column, chosen));
            }
        });
        var item = new ListItem(what, target);
        item.addClassName("sheet-column");
        return item;
    }

    private static Div sample(String text) {
        var sample = new Div(text);
        sample.addClassName("sheet-sample");
        return sample;
    }

    private Component all() {
        var options = waiting.mapping().options();
        var separator = new Select<Mapping.Separator>();
        separator.setId("sheet-separator");
        separator.setLabel(words.get("sheet.separator"));
        separator.setItems(Mapping.Separator.values());
        separator.setItemLabelGenerator(s -> words.get("sheet.separator." + s.name()));
        separator.setValue(options.separator());
        var type = new Select<Surroundings.Type>();
        type.setId("sheet-type");
        type.setLabel(words.get("sheet.type"));
        type.setItems(waiting.surroundings().types());
        type.setItemLabelGenerator(t -> words.text(t.name()));
        waiting.surroundings().type(options.type()).ifPresent(type::setValue);
        var language = new Select<String>();
        language.setId("sheet-language");
        language.setLabel(words.get("sheet.language"));
        var tags = new java.util.TreeSet<>(waiting.surroundings().languages());
        tags.add(options.language());
        language.setItems(tags);
        language.setItemLabelGenerator(
                tag -> Language.ofTag(tag).map(Language::ownName).orElse(tag));
        language.setValue(options.language());
        var familyFirst = new Checkbox(words.get("sheet.familyFirst"), options.familyFirst());
        familyFirst.setId("sheet-family-first");
        var allPresent = new Checkbox(words.get("sheet.allPresent"), options.allPresent());
        allPresent.setId("sheet-all-present");
        var sameName = new Checkbox(words.get("sheet.sameNameIsOne"), options.sameNameIsOne());
        sameName.setId("sheet-same-name");
        Runnable keep = () -> changed.accept(waiting.mapping()
                .with(new Options(
                        separator.getValue(),
                        familyFirst.getValue(),
                        allPresent.getValue(),
                        sameName.getValue(),
                        type.getValue() == null
                                ? options.type()
                                : type.getValue().key(),
                        language.getValue())));
        separator.addValueChangeListener(e -> keep.run());
        type.addValueChangeListener(e -> keep.run());
        language.addValueChangeListener(e -> keep.run());
        familyFirst.addValueChangeListener(e -> keep.run());
        allPresent.addValueChangeListener(e -> keep.run());
        sameName.addValueChangeListener(e -> keep.run());
        var selects = new Div(separator, type, language);
        selects.addClassName("sheet-selects");
        var checks = new Div(allPresent, familyFirst, sameName);
        checks.addClassName("sheet-checks");
        return new Div(selects, checks);
    }
}
