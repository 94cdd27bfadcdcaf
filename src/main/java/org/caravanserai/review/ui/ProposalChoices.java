package org.caravanserai.review.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.CommitteeMeetings.TopicChoice;
import org.caravanserai.review.CommitteeMeetings.TypeChoice;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.shell.Fields;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.Words;

/** The filter line above a committee's proposals: state, topic, type, country, language and words; what is chosen as chips. */
class ProposalChoices extends FilterLine {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final String name;
    private final transient Runnable narrowed;
    private final transient List<Choice<?>> choices = new ArrayList<>();
    private final MultiSelectComboBox<ProposalState> states;
    private final MultiSelectComboBox<UUID> topics;
    private final MultiSelectComboBox<UUID> types;
    private final MultiSelectComboBox<String> countries;
    private final MultiSelectComboBox<String> languages;
    private boolean showing;

    private record Choice<T>(MultiSelectComboBox<T> box, Function<T, String> label) {

        void chips(List<Chip> chips) {
            for (var value : box.getValue()) {
                chips.add(new Chip(label.apply(value), () -> box.setValue(without(box.getValue(), value))));
            }
        }

        private static <T> Set<T> without(Set<T> values, T one) {
            var rest = new HashSet<>(values);
            rest.remove(one);
            return rest;
        }
    }

    /**
     * A line.
     *
     * @param name what the keys of its parts begin with
     * @param narrowed is told when somebody has chosen otherwise
     */
    ProposalChoices(CommitteeMeeting meeting, String name, Runnable narrowed) {
        super(Words.here().get("review.search"));
        this.name = name;
        this.narrowed = narrowed;
        states = choice("state", "review.filter.state", s -> ReviewWords.state(words, s));
        topics = choice("topic", "review.filter.topic", t -> RoomWords.topic(words, meeting, t));
        types = choice("type", "review.filter.type", t -> RoomWords.type(words, meeting, t));
        countries = choice("country", "review.filter.country", c -> ReviewWords.country(words, c));
        languages = choice("language", "review.filter.language", l -> ReviewWords.language(words, l));
        states.setItems(Arrays.stream(ProposalState.values())
                .filter(s -> s != ProposalState.DRAFT)
                .toList());
        topics.setItems(meeting.topics().stream().map(TopicChoice::key).toList());
        types.setItems(meeting.types().stream().map(TypeChoice::key).toList());
        languages.setItems(meeting.languages());
        onSearch(w -> narrow());
    }

    /** Adds one more choice to the line. */
    final <T> MultiSelectComboBox<T> choice(String key, String label, Function<T, String> value) {
        var said = words.get(label);
        var box = Fields.<T>several("");
        box.setId(name + "-filter-" + key);
        box.setAriaLabel(said);
        box.setPlaceholder(said);
        box.setSelectedItemsOnTop(true);
        box.addClassName("review-filter");
        box.setItemLabelGenerator(value::apply);
        box.addValueChangeListener(e -> narrow());
        choices.add(new Choice<>(box, value));
        with(box);
        return box;
    }

    /** Offers the countries that there are. */
    void offer(Collection<String> known) {
        showing(() -> countries.setItems(known));
    }

    /** Shows what is chosen. */
    void show(ProposalFilter filter) {
        showing(() -> {
            setWords(filter.words());
            states.setValue(filter.states());
            topics.setValue(filter.topics());
            types.setValue(filter.types());
            countries.setValue(filter.countries());
            languages.setValue(filter.languages());
        });
        showChips();
    }

    /** What is chosen. */
    final ProposalFilter chosen() {
        return new ProposalFilter(
                states.getValue(),
                topics.getValue(),
                types.getValue(),
                countries.getValue(),
                languages.getValue(),
                words());
    }

    /** Changes what is shown without telling anybody. */
    final void showing(Runnable change) {
        showing = true;
        change.run();
        showing = false;
    }

    /** Shows what is chosen as chips. */
    final void showChips() {
        var chips = new ArrayList<Chip>();
        choices.forEach(choice -> choice.chips(chips));
        setChips(chips);
    }

    private void narrow() {
        if (!showing) {
            narrowed.run();
        }
    }
}
