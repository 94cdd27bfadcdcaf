package org.caravanserai.agenda.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.caravanserai.agenda.AgendaBoard;
import org.caravanserai.agenda.AgendaBoard.BoardType;
import org.caravanserai.agenda.SessionEditing;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** Asks for an item that nobody proposed, such as a break, and adds it to those that wait. */
class ItemDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient SessionEditing editing;
    private final transient AgendaBoard board;

    ItemDialog(AgendaBoard board, SessionEditing editing, Words words) {
        super(words.get("agenda.item.add"));
        this.board = board;
        this.editing = editing;
        var type = new Select<BoardType>();
        type.setId("item-type");
        type.setLabel(words.get("agenda.item.kind"));
        type.setItems(board.types());
        type.setItemLabelGenerator(t -> words.text(t.name()));
        board.types().stream().findFirst().ifPresent(type::setValue);
        var title = new TextField(words.get("agenda.item.title"));
        title.setId("item-title");
        var problems = new Problems();
        var add = new Button(words.get("agenda.item.add"), e -> {
            problems.clear();
            try {
                addItem(type.getValue(), title.getValue());
                close();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("type", type, "title", title));
            }
        });
        add.setId("item-add");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(problems, type, title);
        form.addClassName("form");
        add(form);
        getFooter().add(new Button(words.get("shell.cancel"), e -> close()), add);
        addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                title.focus();
            }
        });
    }

    private void addItem(@Nullable BoardType type, String title) {
        if (type == null) {
            throw Refusal.at("type", "agenda.item.type");
        }
        editing.addItem(board.meeting(), type.key(), LocalizedText.english(title.strip()), type.minutes());
    }
}
