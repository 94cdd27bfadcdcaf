package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.room.SavedFilter;
import org.caravanserai.review.room.SavedFilters;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** The filters kept for a list: used, kept, called otherwise, shared and forgotten. */
class SavedFilterDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient SavedFilters saved;
    private final transient CommitteeMeeting meeting;
    private final transient SavedFilter.Page page;
    private final transient QueryParameters now;
    private final Words words = Words.here();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nothing = new Paragraph(words.get("room.saved.none"));
    private final TextField name = new TextField(words.get("room.saved.name"));
    private final Checkbox shared = new Checkbox(words.get("room.saved.share"));
    private final Problems problems = new Problems();

    SavedFilterDialog(SavedFilters saved, CommitteeMeeting meeting, SavedFilter.Page page, QueryParameters now) {
        super(Words.here().get("room.saved.title"));
        this.saved = saved;
        this.meeting = meeting;
        this.page = page;
        this.now = now;
        list.addClassName("saved-filters");
        name.setId("saved-name");
        name.setMaxLength(SavedFilter.LONGEST_NAME);
        name.addClassName("review-wide");
        shared.setId("saved-shared");
        shared.setVisible(meeting.decides());
        var keep = new Button(words.get("room.saved.keep"), e -> keep());
        keep.setId("saved-keep");
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        add(nothing, list, problems, name, shared);
        getFooter().add(new Button(words.get("shell.close"), e -> close()), keep);
        show();
    }

    private void show() {
        list.removeAll();
        var all = saved.list(meeting.id(), page);
        nothing.setVisible(all.isEmpty());
        all.forEach(filter -> list.add(item(filter)));
    }

    private ListItem item(SavedFilters.Saved filter) {
        var use = new Button(filter.name(), e -> use(filter));
        use.addThemeVariants(ButtonVariant.TERTIARY);
        use.addClassName("saved-use");
        var item = new ListItem(use);
        filter.by()
                .ifPresentOrElse(
                        who -> item.add(new Span(words.get("room.saved.by", words.name(who)))),
                        () -> item.add(own(filter, item)));
        return item;
    }

    private Component own(SavedFilters.Saved filter, ListItem item) {
        var share = new Checkbox(words.get("room.saved.share"), filter.shared());
        share.setAriaLabel(words.get("room.saved.share") + ": " + filter.name());
        share.setVisible(meeting.decides());
        share.addValueChangeListener(e -> saved.share(filter.key(), e.getValue()));
        var rename = new Button(words.get("room.saved.rename"), e -> rename(filter, item));
        rename.setAriaLabel(words.get("room.saved.rename") + ": " + filter.name());
        var remove = new Button(words.get("shell.remove"), e -> {
            saved.remove(filter.key());
            show();
            Notices.done(words.get("room.saved.removed", filter.name()), () -> {
                saved.keep(meeting.id(), page, filter.name(), filter.address(), filter.shared());
                show();
            });
        });
        remove.setAriaLabel(words.get("shell.remove") + ": " + filter.name());
        var actions = new Div(share, rename, remove);
        actions.addClassName("review-actions");
        return actions;
    }

    private void use(SavedFilters.Saved filter) {
        close();
        UI.getCurrentOrThrow().navigate(path(), QueryParameters.fromString(filter.address()));
    }

    private void keep() {
        problems.clear();
        try {
            var address = new Location(path(), now).getQueryParameters().getQueryString();
            saved.keep(meeting.id(), page, name.getValue(), address, shared.getValue());
            close();
            Notices.done(words.get("room.saved.kept", name.getValue()));
        } catch (Refusal refusal) {
            problems.show(refusal, Map.of("name", name));
        }
    }

    /** The name becomes a field in place; leaving it keeps what was typed. */
    /** The name becomes a field in its place. */
    private void rename(SavedFilters.Saved filter, ListItem item) {
        var field = new TextField(words.get("room.saved.rename"));
        field.setId("saved-rename");
        field.setValue(filter.name());
        field.setMaxLength(SavedFilter.LONGEST_NAME);
        var save = new Button(words.get("shell.save"), e -> {
            problems.clear();
            try {
                saved.rename(filter.key(), field.getValue());
                show();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("name", field));
            }
        });
        save.setId("saved-rename-save");
        item.removeAll();
        item.add(field, save);
        field.focus();
    }

    private String path() {
        return "meetings/" + meeting.slug() + (page == SavedFilter.Page.ROOM ? "/room" : "/proposals");
    }
}
