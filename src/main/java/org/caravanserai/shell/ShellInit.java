package org.caravanserai.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.caravanserai.platform.Ids;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Decides in whose words a user interface speaks when it opens: the profile's, else those chosen before without signing in,
 * else the browser's. Sets the theme before anything is drawn, and says what happens when a session or the connection ends.
 */
@Component
class ShellInit implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient ObjectProvider<Reader> reader;
    private final transient Messages messages;

    ShellInit(ObjectProvider<Reader> reader, Messages messages) {
        this.reader = reader;
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(this::systemMessages);
        service.addSessionInitListener(e -> e.getSession().setErrorHandler(new ShellErrorHandler()));
        service.addUIInitListener(e -> speak(e.getUI(), VaadinRequest.getCurrent()));
        event.addIndexHtmlRequestListener(response -> {
            var request = response.getVaadinRequest();
            var root = response.getDocument().head().parent();
            if (root != null) {
                root.attr("lang", language(request).tag());
                cookies(request).flatMap(ReaderChoice::theme).ifPresent(theme -> root.attr("data-theme", theme));
            }
            var nonce = Ids.secret();
            response.getDocument().select("script").attr("nonce", nonce);
            response.getVaadinResponse().setHeader("Content-Security-Policy", ResponseHeaders.application(nonce));
        });
    }

    private void speak(UI ui, VaadinRequest request) {
        var profile = reading();
        var language = profile.map(Reader.Reading::language).orElseGet(() -> language(request));
        ui.setLocale(language.locale());
        profile.ifPresent(p -> Words.set(ui, language, p.zone()));
        var reconnect = ui.getReconnectDialogConfiguration();
        reconnect.setDialogText(messages.get(language, "shell.connection.lost"));
        reconnect.setDialogTextGaveUp(messages.get(language, "shell.connection.gone"));
    }

    private SystemMessages systemMessages(SystemMessagesInfo info) {
        var language = Language.of(info.getLocale() == null ? Locale.ENGLISH : info.getLocale());
        var system = new CustomizedSystemMessages();
        // Without an address of its own the page is loaded again: it leads through sign-in back to the same view.
        system.setSessionExpiredNotificationEnabled(true);
        system.setSessionExpiredCaption(messages.get(language, "shell.session.title"));
        system.setSessionExpiredMessage(messages.get(language, "shell.session.text"));
        system.setInternalErrorCaption(messages.get(language, "shell.fault.title"));
        system.setInternalErrorMessage(messages.get(language, "shell.fault.reload"));
        system.setSyncErrorCaption(messages.get(language, "shell.fault.title"));
        system.setSyncErrorMessage(messages.get(language, "shell.fault.reload"));
        system.setCookiesDisabledCaption(messages.get(language, "shell.cookies.title"));
        system.setCookiesDisabledMessage(messages.get(language, "shell.cookies.text"));
        return system;
    }

    private Language language(VaadinRequest request) {
        return reading()
                .map(Reader.Reading::language)
                .or(() -> cookies(request).flatMap(ReaderChoice::language))
                .or(() -> ReaderChoice.accepted(request.getLocales()))
                .orElse(Language.EN);
    }

    private Optional<Reader.Reading> reading() {
        return Optional.ofNullable(reader.getIfAvailable()).flatMap(Reader::current);
    }

    private static Optional<jakarta.servlet.http.Cookie[]> cookies(VaadinRequest request) {
        return request instanceof VaadinServletRequest servlet
                ? Optional.ofNullable(servlet.getCookies())
                : Optional.empty();
    }
}
