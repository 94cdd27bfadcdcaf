package org.caravanserai.shell;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;

/** A line of tabs. */
public class TabLine extends Tabs {

    private static final long serialVersionUID = 1L;

    /** A line of tabs that screen readers announce by a label. */
    public TabLine(String label, Tab... tabs) {
        super(tabs);
        getElement().setAttribute("aria-label", label);
        // What scrolls the tabs inside the component can be focused, which a list of tabs must not hold beside its
        // tabs.
        addAttachListener(e -> getElement()
                .executeJs("Promise.resolve(this.updateComplete)"
                        + ".then(() => this.shadowRoot.querySelector('#scroll')?.removeAttribute('tabindex'))"));
    }
}
