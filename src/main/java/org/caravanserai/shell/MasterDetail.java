package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.function.Consumer;

/**
 * A list that is read a page at a time, and beside it what was chosen from it. On a phone the chosen takes the list's
 * place until it is closed.
 */
@StyleSheet("context://styles/master-detail.css")
public class MasterDetail<T> extends Div {

    private static final long serialVersionUID = 1L;

    private final Grid<T> grid = new Grid<>();
    private final Div list = new Div();
    private final Div nothing = new Div();
    private final Aside detail = new Aside();
    private int total;

    /** Where the rows come from. */
    @FunctionalInterface
    public interface Pages<T> {

        /** A page of rows. */
        List<T> page(int offset, int limit);
    }

    /**
     * A list.
     *
     * @param id of its grid
     * @param label what screen readers call it
     * @param pages where its rows come from
     */
    public MasterDetail(String id, String label, Pages<T> pages) {
        addClassName("master-detail");
        list.addClassName("master");
        detail.addClassName("detail");
        grid.setId(id);
        grid.getElement().setAttribute("aria-label", label);
        grid.setPageSize(50);
        grid.setItems(
                DataProvider.fromCallbacks(query -> pages.page(query.getOffset(), query.getLimit()).stream(), query -> {
                    query.getOffset();
                    query.getLimit();
                    return total;
                }));
        list.add(grid, nothing);
        add(list);
    }

    /** Adds the column that says what a row is: a line, and smaller ones under it; empty ones are left out. */
    @SafeVarargs
    public final MasterDetail<T> main(String header, ValueProvider<T, String> title, ValueProvider<T, String>... more) {
        var template =
                new StringBuilder("<div class=\"master-cell\"><span class=\"master-title\">${item.title}</span>");
        for (int i = 0; i < more.length; i++) {
            template.append("<span class=\"master-small\">${item.more")
                    .append(i)
                    .append("}</span>");
        }
        var renderer = LitRenderer.<T>of(template + "</div>").withProperty("title", title);
        for (int i = 0; i < more.length; i++) {
            renderer.withProperty("more" + i, more[i]);
        }
        grid.addColumn(renderer).setHeader(header).setFlexGrow(3).setWidth("12rem");
        return this;
    }

    /** Adds a column with a state: its word and tone. */
    public MasterDetail<T> state(String header, ValueProvider<T, String> word, ValueProvider<T, Tone> tone) {
        grid.addColumn(LitRenderer.<T>of("<span class=\"status ${item.tone}\">${item.word}</span>")
                        .withProperty("word", word)
                        .withProperty("tone", row -> tone.apply(row).className()))
                .setHeader(header)
                .setFlexGrow(1)
                .setWidth("8.5rem");
        return this;
    }

    /** Is told which row was chosen. */
    public MasterDetail<T> onOpen(Consumer<T> listener) {
        grid.asSingleSelect().addValueChangeListener(e -> {
            if (e.getValue() != null) {
                listener.accept(e.getValue());
            } else if (e.isFromClient()) {
                close();
            }
        });
        return this;
    }

    /** Reads the rows anew; where there are none, something else stands in their place. */
    public void refresh(int rows, Component otherwise) {
        total = rows;
        grid.setVisible(rows > 0);
        nothing.removeAll();
        if (rows == 0) {
            nothing.add(otherwise);
        }
        grid.setAllRowsVisible(rows > 0 && rows <= 8);
        grid.getDataProvider().refreshAll();
    }

    /** Shows something beside the list. */
    public void open(Component heading, Component... parts) {
        var close = new Button(Words.here().get("shell.close"), e -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setIcon(Icons.of("close"));
        var title = new H2(heading);
        var head = new Div(title, close);
        head.addClassName("detail-head");
        detail.removeAll();
        detail.add(head);
        detail.add(parts);
        add(detail);
        addClassName("with-detail");
    }

    /** Shows the list alone. */
    public void close() {
        grid.deselectAll();
        remove(detail);
        detail.removeAll();
        removeClassName("with-detail");
    }

    /** Whether something is shown beside the list. */
    public boolean isOpen() {
        return detail.getParent().isPresent();
    }
}
