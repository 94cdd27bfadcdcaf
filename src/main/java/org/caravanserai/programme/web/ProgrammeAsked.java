package org.caravanserai.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.ProgrammeFilter;
import org.caravanserai.text.Clean;

/**
 * What a reader asked for in an address, as far as it makes sense; what does not is left out of it.
 *
 * @param tz a zone that the address states; may be empty
 * @param lang a language that the address states; may be empty
 * @param sensible whether all of it made sense
 */
record ProgrammeAsked(Form form, ProgrammeFilter filter, String tz, String lang, boolean sensible) {

    private static final int LONGEST_WORDS = 100;

    /** How a programme can be laid out. */
    enum Form {
        /** One day, by what starts together. */
        DAY,
        /** One day, rooms beside each other. */
        GRID,
        /** All days, a line for each session. */
        LIST;

        String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ProgrammeAsked of(Programme programme, HttpServletRequest request) {
        var sensible = true;
        LocalDate day = null;
        var stated = text(request, "day");
        if (!stated.isEmpty()) {
            try {
                day = LocalDate.parse(stated);
            } catch (DateTimeParseException e) {
                sensible = false;
            }
            if (day != null && !programme.days().contains(day)) {
                day = null;
                sensible = false;
            }
        }
        var chosen = new EnumMap<Facet, String>(Facet.class);
        for (var facet : Facet.values()) {
            var value = text(request, facet.parameter());
            if (programme.values(facet).contains(value)) {
                chosen.put(facet, value);
            } else if (!value.isEmpty()) {
                sensible = false;
            }
        }
        var form = text(request, "form");
        var known = Arrays.stream(Form.values())
                .filter(f -> f.parameter().equals(form))
                .findFirst();
        return new ProgrammeAsked(
                known.orElse(Form.DAY),
                new ProgrammeFilter(day, chosen, Clean.cut(text(request, "q"), LONGEST_WORDS)),
                text(request, "tz"),
                text(request, "lang"),
                sensible && (form.isEmpty() || known.isPresent()));
    }

    ProgrammeAsked as(Form other) {
        return new ProgrammeAsked(other, filter, tz, lang, sensible);
    }

    ProgrammeAsked with(ProgrammeFilter other) {
        return new ProgrammeAsked(form, other, tz, lang, sensible);
    }

    /** What asks for this in an address, without the zone and the language. */
    String query() {
        List<String> parts = new ArrayList<>();
        var day = filter.day();
        if (day != null) {
            parts.add("day=" + day);
        }
        if (form != Form.DAY) {
            parts.add("form=" + form.parameter());
        }
        for (var facet : Facet.values()) {
            filter.value(facet).ifPresent(v -> parts.add(facet.parameter() + "=" + Links.encode(v)));
        }
        if (!filter.words().isEmpty()) {
            parts.add("q=" + Links.encode(filter.words()));
        }
        return String.join("&", parts);
    }

    private static String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
