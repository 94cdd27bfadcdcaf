package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;

/** The keys that work in every view, and the list of them that {@code ?} opens. */
@Tag("key-help")
@JsModule("context://scripts/keys.js")
class KeyHelp extends Component {

    private static final long serialVersionUID = 1L;

    KeyHelp(Words words) {
        getElement().setAttribute("heading", words.get("shell.keys"));
        getElement().setAttribute("close", words.get("shell.close"));
        getElement()
                .setPropertyList(
                        "keys",
                        List.of(
                                List.of("?", words.get("shell.keys.help")),
                                List.of("/", words.get("shell.keys.search")),
                                List.of("Ctrl K", words.get("shell.keys.everywhere")),
                                List.of("J K", words.get("shell.keys.move")),
                                List.of("Enter", words.get("shell.keys.open")),
                                List.of("Esc", words.get("shell.keys.escape"))));
    }

    void open() {
        getElement().callJsFunction("open");
    }
}
