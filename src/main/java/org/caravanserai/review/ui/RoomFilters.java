package org.caravanserai.review.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.review.reviewing.DecisionRoom.Row;
import org.caravanserai.review.room.RoomFilter;
import org.caravanserai.shell.Words;

/** The filter line of the decision room: what narrows the committee's list, and tags and marks. */
class RoomFilters extends ProposalChoices {

    private static final long serialVersionUID = 1L;

    private final MultiSelectComboBox<String> tags;
    private final MultiSelectComboBox<RoomFilter.Mark> marks;

    RoomFilters(CommitteeMeeting meeting, Runnable narrowed) {
        super(meeting, "room", narrowed);
        var words = Words.here();
        tags = choice("tag", "room.column.tags", t -> t);
        marks = choice("mark", "room.filter.mark", m -> words.get("room.mark." + m.name()));
        marks.setItems(RoomFilter.Mark.values());
    }

    /** Offers the countries and tags that there are. */
    void offer(List<Row> rows, Collection<? extends Collection<String>> tagged) {
        var known = new TreeSet<String>();
        tagged.forEach(known::addAll);
        showing(() -> tags.setItems(known));
        offer(rows.stream().map(Row::country).distinct().sorted().toList());
    }

    /** Shows what is chosen. */
    void show(RoomFilter filter) {
        showing(() -> {
            tags.setValue(filter.tags());
            marks.setValue(filter.marks());
        });
        show(new ProposalFilter(
                filter.states(),
                filter.topics(),
                filter.types(),
                filter.countries(),
                filter.languages(),
                filter.words()));
    }

    /** What is chosen. */
    RoomFilter filter() {
        var chosen = chosen();
        return new RoomFilter(
                chosen.states(),
                chosen.topics(),
                chosen.types(),
                chosen.countries(),
                chosen.languages(),
                tags.getValue(),
                marks.getValue(),
                chosen.words());
    }
}
