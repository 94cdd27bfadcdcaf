package org.caravanserai.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Moments;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;

/**
 * The words of one reader: her language, her zone, and everything written in them. A view asks for {@link #here()} in its
 * constructor; after a change of language it is built anew with new words.
 */
public final class Words implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Language language;
    private final ZoneId zone;

    Words(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /**
     * The words of the reader of the current user interface.
     *
     * @throws IllegalStateException outside a user interface
     */
    public static Words here() {
        return of(UI.getCurrentOrThrow());
    }

    /** The words of the reader of a user interface. */
    public static Words of(UI ui) {
        var kept = ComponentUtil.getData(ui, Words.class);
        var language = Language.of(ui.getLocale());
        if (kept != null && kept.language == language) {
            return kept;
        }
        var made = new Words(language, kept == null ? browserZone(ui) : kept.zone);
        ComponentUtil.setData(ui, Words.class, made);
        return made;
    }

    static void set(UI ui, Language language, ZoneId zone) {
        ui.setLocale(language.locale());
        ComponentUtil.setData(ui, Words.class, new Words(language, zone));
    }

    /** The reader's language. */
    public Language language() {
        return language;
    }

    /** The reader's zone. */
    public ZoneId zone() {
        return zone;
    }

    /** The city that names the reader's zone, in her language. */
    public String city() {
        return Moments.city(language, zone);
    }

    /** The words for a message key. */
    public String get(String key, Object... arguments) {
        return I18NProvider.translate(language.locale(), key, arguments);
    }

    /** The words of a refusal's reason. */
    public String get(Refusal.Problem problem) {
        return get(problem.key(), problem.arguments().toArray());
    }

    /** A text as this reader gets it. */
    public String text(LocalizedText text) {
        return text.text(language);
    }

    /** A text as this reader gets it, marked with its language where that is not hers. */
    public Span marked(LocalizedText text) {
        var rendered = text.in(language);
        var span = new Span(rendered.text());
        if (rendered.language() != language) {
            span.getElement().setAttribute("lang", rendered.language().tag());
        }
        return span;
    }

    /** A name as this reader sees it first. */
    public String name(PersonName name) {
        return name.in(language);
    }

    /** A whole number, grouped as the reader's language groups digits. */
    public String number(long number) {
        return com.ibm.icu.text.NumberFormat.getIntegerInstance(language.icuLocale())
                .format(number);
    }

    /** A day with its weekday and year. */
    public String day(LocalDate day) {
        return Moments.day(language, day);
    }

    /** The time of day in the reader's own zone, followed by her city. */
    public String ownTime(Instant instant) {
        return Moments.time(language, instant, zone) + " " + city();
    }

    /** Day and time in the reader's own zone, followed by her city. */
    public String ownMoment(Instant instant) {
        return Moments.full(language, instant, zone, city());
    }

    static ZoneId zoneOf(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            // A browser may name a zone that this JDK does not know; the reader then gets UTC, said so.
            return ZoneOffset.UTC;
        }
    }

    private static ZoneId browserZone(UI ui) {
        if (VaadinService.getCurrent() == null) {
            return ZoneOffset.UTC;
        }
        var details = ui.getPage().getExtendedClientDetails();
        var id = details == null ? null : details.getTimeZoneId();
        return id == null || id.isEmpty() ? ZoneOffset.UTC : zoneOf(id);
    }
}
