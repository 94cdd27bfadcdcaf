package org.caravanserai.shell;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * A section of a form that keeps what is typed as it is typed and says so. What a service refuses stays in the fields with
 * the reason under them; when another person was quicker, both texts are shown and one is chosen.
 */
public class KeptForm extends Section {

    private static final long serialVersionUID = 1L;

    private final transient Words words = Words.here();
    private final transient Clock clock;
    private final Problems problems = new Problems();
    private final SavedLine saved = new SavedLine();
    private final Div stale = new Div();
    private final Div body = new Div();
    private final transient Map<String, Component> fields = new LinkedHashMap<>();
    private transient @Nullable Runnable save;
    private transient Supplier<String> theirs = () -> "";
    private transient Runnable keepMine = () -> {};
    private transient Runnable takeTheirs = () -> {};

    /** A section with a heading. */
    public KeptForm(String heading, Clock clock) {
        this.clock = clock;
        addClassName("kept-form");
        stale.addClassName("kept-stale");
        stale.getElement().setAttribute("role", "alert");
        stale.setVisible(false);
        body.addClassName("kept-body");
        var head = new Div(new H2(heading), saved);
        head.addClassName("kept-head");
        add(head, problems, stale, body);
    }

    /** Adds a field under the name that the service's refusals use; a change of it by the person is kept. */
    public <C extends Component & HasValue<?, ?>> KeptForm with(String name, C field) {
        fields.put(name, field);
        body.add(field);
        field.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                keep();
            }
        });
        return this;
    }

    /** Adds something that is not a field. */
    public KeptForm with(Component component) {
        body.add(component);
        return this;
    }

    /** What keeps the fields' values; it may refuse. */
    public KeptForm keeping(Runnable save) {
        this.save = save;
        return this;
    }

    /**
     * What happens when another person was quicker.
     *
     * @param theirs what stands there now, in words
     * @param keepMine makes the next attempt overwrite it
     * @param takeTheirs shows theirs in the fields
     */
    public KeptForm whenStale(Supplier<String> theirs, Runnable keepMine, Runnable takeTheirs) {
        this.theirs = theirs;
        this.keepMine = keepMine;
        this.takeTheirs = takeTheirs;
        return this;
    }

    /** Keeps the fields' values now. */
    public void keep() {
        if (save == null) {
            return;
        }
        try {
            save.run();
            problems.clear();
            stale.setVisible(false);
            saved.saved(clock.instant());
        } catch (Refusal refusal) {
            problems.show(refusal, fields);
            saved.notSaved(words.get(refusal.problems().getFirst()));
        } catch (OptimisticLockingFailureException quicker) {
            showStale();
        }
    }

    private void showStale() {
        var mine = new Button(words.get("shell.stale.keepMine"), e -> {
            keepMine.run();
            keep();
        });
        mine.addThemeVariants(ButtonVariant.PRIMARY);
        var other = new Button(words.get("shell.stale.takeTheirs"), e -> {
            takeTheirs.run();
            problems.clear();
            stale.setVisible(false);
        });
        var actions = new Div(mine, other);
        actions.addClassName("kept-actions");
        var now = new Paragraph(theirs.get());
        now.addClassName("kept-theirs");
        stale.removeAll();
        stale.add(
                new Paragraph(words.get("shell.stale.both")),
                new Paragraph(words.get("shell.stale.theirs")),
                now,
                actions);
        stale.setVisible(true);
        saved.notSaved(words.get("shell.stale.both"));
    }

    /** A field's value, or what stands for it while it is empty. */
    public static <V> V valueOr(AbstractField<?, V> field, V otherwise) {
        var value = field.getValue();
        return value == null ? otherwise : value;
    }
}
