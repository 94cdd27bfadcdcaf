package org.caravanserai.shell;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Puts a text on the clipboard and says so; where the browser forbids it, it says that instead. */
public class CopyButton extends Button {

    private static final long serialVersionUID = 1L;

    /** Resolves to whether it was copied; an address without encryption has no clipboard. */
    private static final String COPY =
            "return navigator.clipboard ? navigator.clipboard.writeText($0).then(() => true, () => false) : false";

    private transient Runnable whenForbidden = () -> {};
    private transient BooleanSupplier allowed = () -> true;

    /**
     * A button.
     *
     * @param text what is copied, asked for at each press
     * @param copied what is said then
     */
    public CopyButton(String label, Supplier<String> text, String copied) {
        super(label, Icons.of("copy"));
        addClickListener(e -> {
            if (allowed.getAsBoolean()) {
                copy(text.get(), copied);
            }
        });
    }

    /** Asked before each copying; if it says no, it has said why, and nothing is copied. */
    public CopyButton onlyIf(BooleanSupplier allowed) {
        this.allowed = allowed;
        return this;
    }

    /** Where the text stands, to be copied by hand if need be: a field that selects all of it on focus. */
    public CopyButton from(Focusable<?> field) {
        whenForbidden = field::focus;
        return this;
    }

    private void copy(String text, String copied) {
        getElement().executeJs(COPY, text).then(Boolean.class, done -> {
            if (Boolean.TRUE.equals(done)) {
                Notices.done(copied);
            } else {
                whenForbidden.run();
                Notices.told(Words.here().get("shell.copyFailed"));
            }
        });
    }
}
