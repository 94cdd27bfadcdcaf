package org.caravanserai.review.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.CommitteeMeetings.TopicChoice;
import org.caravanserai.review.CommitteeMeetings.TypeChoice;
import org.caravanserai.review.reviewing.DecisionRoom.Row;
import org.caravanserai.review.room.RoomFilter;
import org.caravanserai.shell.FilterLine;
import org.caravanserai.shell.Words;

/** The filter line of the decision room: seven choices and words, what is chosen as chips. */
class RoomFilters extends FilterLine {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient Consumer<RoomFilter> narrowed;
    private final MultiSelectComboBox<ProposalState> states = choice("room-filter-state", "review.filter.state");
    private final MultiSelectComboBox<UUID> topics = choice("room-filter-topic", "review.filter.topic");
    private final MultiSelectComboBox<UUID> types = choice("room-filter-type", "review.filter.type");
    private final MultiSelectComboBox<String> countries = choice("room-filter-country", "review.filter.country");
    private final MultiSelectComboBox<String> languages = choice("room-filter-language", "review.filter.language");
    private final MultiSelectComboBox<String> tags = choice("room-filter-tag", "room.column.tags");
    private final MultiSelectComboBox<RoomFilter.Mark> marks = choice("room-filter-mark", "room.filter.mark");
    private boolean showing;

    RoomFilters(CommitteeMeeting meeting, Consumer<RoomFilter> narrowed) {
        super(Words.here().get("review.search"));
        this.narrowed = narrowed;
        with(states, topics, types, countries, languages, tags, marks);
        states.setItems(Arrays.stream(ProposalState.values())
                .filter(s -> s != ProposalState.DRAFT)
                .toList());
        states.setItemLabelGenerator(s -> ReviewWords.state(words, s));
        topics.setItems(meeting.topics().stream().map(TopicChoice::key).toList());
        topics.setItemLabelGenerator(t -> RoomWords.topic(words, meeting, t));
        types.setItems(meeting.types().stream().map(TypeChoice::key).toList());
        types.setItemLabelGenerator(t -> RoomWords.type(words, meeting, t));
        countries.setItemLabelGenerator(c -> ReviewWords.country(words, c));
        languages.setItems(meeting.languages());
        languages.setItemLabelGenerator(l -> ReviewWords.language(words, l));
        marks.setItems(RoomFilter.Mark.values());
        marks.setItemLabelGenerator(m -> words.get("room.mark." + m.name()));
        for (var box : List.of(states, topics, types, countries, languages, tags, marks)) {
            box.addValueChangeListener(e -> chosen());
        }
        onSearch(w -> chosen());
    }

    /** Offers the countries and tags that there are. */
    void offer(List<Row> rows, Collection<? extends Collection<String>> tagged) {
        showing = true;
        var known = new TreeSet<String>();
        tagged.forEach(known::addAll);
        tags.setItems(known);
        countries.setItems(rows.stream().map(Row::country).distinct().sorted().toList());
        showing = false;
    }

    /** Shows what is chosen. */
    void show(RoomFilter filter) {
        showing = true;
        setWords(filter.words());
        states.setValue(filter.states());
        topics.setValue(filter.topics());
        types.setValue(filter.types());
        countries.setValue(filter.countries());
        languages.setValue(filter.languages());
        tags.setValue(filter.tags());
        marks.setValue(filter.marks());
        showing = false;
        var chips = new ArrayList<Chip>();
        chips(chips, states, s -> ReviewWords.state(words, s));
        chips(chips, topics, t -> topics.getItemLabelGenerator().apply(t));
        chips(chips, types, t -> types.getItemLabelGenerator().apply(t));
        chips(chips, countries, c -> ReviewWords.country(words, c));
        chips(chips, languages, l -> ReviewWords.language(words, l));
        chips(chips, tags, t -> t);
        chips(chips, marks, m -> words.get("room.mark." + m.name()));
        setChips(chips);
    }

    private void chosen() {
        if (!showing) {
            narrowed.accept(new RoomFilter(
                    states.getValue(),
                    topics.getValue(),
                    types.getValue(),
                    countries.getValue(),
                    languages.getValue(),
                    tags.getValue(),
                    marks.getValue(),
                    words()));
        }
    }

    private static <T> void chips(List<Chip> chips, MultiSelectComboBox<T> box, Function<T, String> label) {
        for (var value : box.getValue()) {
            chips.add(new Chip(label.apply(value), () -> box.setValue(without(box.getValue(), value))));
        }
    }

    private static <T> Set<T> without(Set<T> values, T one) {
        var rest = new HashSet<>(values);
        rest.remove(one);
        return rest;
    }

    private static <T> MultiSelectComboBox<T> choice(String id, String label) {
        var box = new MultiSelectComboBox<T>();
        var said = Words.here().get(label);
        box.setId(id);
        box.setAriaLabel(said);
        box.setPlaceholder(said);
        box.setSelectedItemsOnTop(true);
        box.addClassName("review-filter");
        return box;
    }
}
