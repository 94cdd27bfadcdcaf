package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What a module adds to the bar above every view. It is asked when the layout is built, for the acting person. */
public interface BarContribution {

    /** What stands there, in her language ({@link Words#here()}); empty if it is not for her. */
    Optional<Component> component();
}
