package org.caravanserai.programme.web;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.Programme;
import org.caravanserai.programme.ProgrammeFilter;
import org.caravanserai.shell.PageReader;
import org.jspecify.annotations.Nullable;

/**
 * What restricts a programme on its page and can be changed there.
 *
 * @param fields a field for each facet that tells sessions apart
 * @param taken what restricts it now
 * @param more whether a field stands among those that are folded away and restricts
 */
public record ProgrammeFilters(List<Field> fields, List<Taken> taken, boolean more) {

    /** A field that chooses a value of a facet; {@code key} is its message key's ending and its name in addresses. */
    public record Field(String key, List<Option> options) {}

    /** A value that can be chosen, with how many sessions it would leave. */
    public record Option(
            String value, String label, @Nullable String lang, int count, boolean chosen) {}

    /**
     * Something that restricts.
     *
     * @param key its message key's ending
     * @param href the same page without it
     * @param left how many sessions are found without it
     */
    public record Taken(String key, Said value, String href, int left) {}

    /**
     * What restricts a programme.
     *
     * @param filter what is in force, with the day that the page shows
     */
    static ProgrammeFilters of(
            Programme programme, ProgrammeAsked asked, ProgrammeFilter filter, PageReader reader, Links links) {
        var fields = new ArrayList<Field>();
        var taken = new ArrayList<Taken>();
        for (var facet : Facet.values()) {
            var counts = programme.count(filter, facet);
            var chosen = filter.value(facet);
            var options = new ArrayList<Option>();
            for (var value : programme.values(facet)) {
                var name = Named.value(programme, facet, value, reader);
                var count = counts.getOrDefault(value, 0);
                var isChosen = chosen.filter(value::equals).isPresent();
                if (count > 0 || isChosen) {
                    options.add(new Option(value, name.text(), name.lang(), count, isChosen));
                }
                if (isChosen) {
                    taken.add(taken(programme, facet.parameter(), name, asked, filter.without(facet), links));
                }
            }
            if (facet == Facet.LANGUAGE || facet == Facet.COUNTRY || facet == Facet.INSTITUTION) {
                var order = Collator.getInstance(reader.language().icuLocale());
                options.sort(Comparator.comparing(Option::label, order::compare));
            }
            // Institutions are too many to choose among here; their own pages lead to them.
            if (chosen.isPresent()
                    || facet != Facet.INSTITUTION && programme.values(facet).size() > 1) {
                fields.add(new Field(facet.parameter(), List.copyOf(options)));
            }
        }
        if (!filter.words().isEmpty()) {
            var said = new Said(filter.words(), null);
            taken.add(taken(programme, "words", said, asked, filter.saying(""), links));
        }
        var more = filter.chosen().keySet().stream().anyMatch(f -> f != Facet.TOPIC);
        return new ProgrammeFilters(List.copyOf(fields), List.copyOf(taken), more);
    }

    private static Taken taken(
            Programme programme, String key, Said value, ProgrammeAsked asked, ProgrammeFilter without, Links links) {
        var href = links.programme(asked.with(without.on(asked.filter().day())).query());
        return new Taken(key, value, href, programme.find(without).size());
    }
}
