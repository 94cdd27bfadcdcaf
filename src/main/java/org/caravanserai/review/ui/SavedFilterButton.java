package org.caravanserai.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import java.util.function.Supplier;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.room.SavedFilter;
import org.caravanserai.review.room.SavedFilters;
import org.caravanserai.shell.Words;

/** Opens the filters that are kept for a list. */
class SavedFilterButton extends Button {

    private static final long serialVersionUID = 1L;

    /**
     * A button above a list.
     *
     * @param now what the list's address carries at the moment
     */
    SavedFilterButton(
            SavedFilters saved, CommitteeMeeting meeting, SavedFilter.Page page, Supplier<QueryParameters> now) {
        super(Words.here().get("room.saved.title"));
        setId("saved-filters");
        addClickListener(e -> new SavedFilterDialog(saved, meeting, page, now.get()).open());
    }
}
