package org.caravanserai.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.springframework.stereotype.Component;

/** Gives Vaadin, and through it {@link Words}, the message bundles of all modules. */
@Component
class ShellI18n implements I18NProvider {

    private static final long serialVersionUID = 1L;

    private final transient Messages messages;

    ShellI18n(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Language::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return messages.get(Language.of(locale), key, arguments);
    }
}
