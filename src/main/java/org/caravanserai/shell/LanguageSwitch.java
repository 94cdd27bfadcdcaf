package org.caravanserai.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinService;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.caravanserai.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the language of an open view without losing what was typed: the view is built anew in the new language and the
 * values of all its inputs that have an id are put back.
 */
public final class LanguageSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageSwitch.class);

    private LanguageSwitch() {}

    /** Shows the open view in another language. */
    public static void to(UI ui, Language language) {
        var typed = new LinkedHashMap<String, Object>();
        collect(ui.getCurrentView(), typed);
        Words.set(ui, language, Words.of(ui).zone());
        var response = VaadinService.getCurrentResponse();
        if (response != null) {
            response.addCookie(ReaderChoice.cookie(ReaderChoice.LANGUAGE, language.tag()));
        }
        ui.getPage().executeJs("document.documentElement.lang = $0", language.tag());
        ui.refreshCurrentRoute(true);
        putBack(ui.getCurrentView(), typed);
    }

    /** Shows times in another zone of the reader's from now on. */
    public static void zone(UI ui, ZoneId zone) {
        Words.set(ui, Words.of(ui).language(), zone);
    }

    private static void collect(Component component, Map<String, Object> typed) {
        var id = component.getId();
        if (component instanceof HasValue<?, ?> input && id.isPresent()) {
            var value = input.getValue();
            if (value != null && !input.isReadOnly()) {
                typed.put(id.get(), value);
            }
            return;
        }
        component.getChildren().forEach(child -> collect(child, typed));
    }

    @SuppressWarnings("unchecked")
    private static void putBack(Component component, Map<String, Object> typed) {
        var id = component.getId();
        if (component instanceof HasValue<?, ?> input && id.isPresent()) {
            var value = typed.get(id.get());
            if (value != null && !input.isReadOnly() && !Objects.equals(value, input.getValue())) {
                try {
                    ((HasValue<?, Object>) input).setValue(value);
                } catch (RuntimeException e) {
                    // The new view may not offer what the old one did; the rest is put back all the same.
                    LOG.warn("The value of {} could not be put back after a change of language", id.get(), e);
                }
            }
            return;
        }
        component.getChildren().toList().forEach(child -> putBack(child, typed));
    }
}
