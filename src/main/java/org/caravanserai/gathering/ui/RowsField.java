package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.shell.Words;

/** A field of several lines of fields, to which one adds and from which one takes lines. */
abstract class RowsField<R> extends CustomField<List<R>> {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final Div lines = new Div();
    private final transient List<Row<R>> rows = new ArrayList<>();
    private final Button more;
    private final int most;

    /**
     * A line.
     *
     * @param fields its fields
     * @param value what stands in them
     */
    record Row<R>(List<Component> fields, java.util.function.Supplier<R> value) {}

    RowsField(Words words, String label, String add, String id, int most) {
        super(List.of());
        this.words = words;
        this.most = most;
        setLabel(label);
        setId(id);
        more = new Button(add, e -> {
            append(row(blank()));
            limit();
        });
        more.setId(id + "-add");
        lines.addClassName("hours-rows");
        var body = new Div(lines, more);
        add(body);
    }

    /** What stands in a new line. */
    abstract R blank();

    /** The fields of a line. */
    abstract Row<R> row(R value);

    /** Tells a change of a field in a line. */
    <F extends Component & HasValue<?, ?>> F told(F field) {
        field.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                updateValue();
            }
        });
        return field;
    }

    private void append(Row<R> row) {
        var line = new Div();
        line.addClassName("hours-row");
        row.fields().forEach(line::add);
        var remove = new Button(words.get("finding.row.remove"), e -> {
            lines.remove(line);
            rows.remove(row);
            limit();
            updateValue();
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        line.add(remove);
        rows.add(row);
        lines.add(line);
    }

    private void limit() {
        more.setEnabled(rows.size() < most);
    }

    @Override
    protected List<R> generateModelValue() {
        return rows.stream().map(row -> row.value().get()).toList();
    }

    @Override
    protected void setPresentationValue(List<R> values) {
        rows.clear();
        lines.removeAll();
        values.forEach(value -> append(row(value)));
        limit();
    }
}
