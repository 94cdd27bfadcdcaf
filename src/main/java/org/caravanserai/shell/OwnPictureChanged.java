package org.caravanserai.shell;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Optional;

/** The signed-in person shows another picture of herself, or none: the menu beside which it stands follows at once. */
public final class OwnPictureChanged extends ComponentEvent<UI> {

    private static final long serialVersionUID = 1L;

    private final transient Optional<String> picture;

    private OwnPictureChanged(UI ui, Optional<String> picture) {
        super(ui, false);
        this.picture = picture;
    }

    /** Tells the page that the person has open; {@code picture} is the address of what she shows now. */
    public static void tell(Optional<String> picture) {
        var ui = UI.getCurrentOrThrow();
        ComponentUtil.fireEvent(ui, new OwnPictureChanged(ui, picture));
    }

    Optional<String> picture() {
        return picture;
    }
}
