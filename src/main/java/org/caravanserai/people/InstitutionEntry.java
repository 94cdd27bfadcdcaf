package org.caravanserai.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What a registry says of an institution.
 *
 * @param country ISO 3166-1 alpha-2; empty if not told
 * @param latitude in degrees; null if not told
 * @param name in the languages of the product
 * @param printedName as it stands on badges and programmes: the English name, or the registry's choice without one
 * @param aliases other names in any language, former ones too
 * @param website an http address; empty if not told
 * @param parents the institutions that it is part of
 */
record InstitutionEntry(
        Ror ror,
        InstitutionState state,
        String country,
        String city,
        @Nullable Double latitude,
        @Nullable Double longitude,
        Set<InstitutionType> types,
        LocalizedText name,
        String printedName,
        List<String> aliases,
        List<String> acronyms,
        String website,
        Set<Ror> parents) {

    private static final int LONGEST = 400;

    InstitutionEntry {
        country = country.matches("[A-Z]{2}") ? country : "";
        city = cut(city, 200);
        name = name.map(text -> cut(text, LONGEST));
        printedName = cut(name.exactly(Language.EN).isEmpty() ? printedName : name.exactly(Language.EN), LONGEST);
        aliases = lines(aliases);
        acronyms = lines(acronyms);
        website = website.matches("https?://\\S{1,480}") ? website : "";
        types = Set.copyOf(types);
        parents = Set.copyOf(parents);
    }

    /** The same, with the names of another account of it in languages that this one lacks, and its aliases and acronyms. */
    InstitutionEntry completedBy(InstitutionEntry other) {
        var names = name;
        for (var language : other.name().languages()) {
            if (names.exactly(language).isEmpty()) {
                names = names.with(language, other.name().exactly(language));
            }
        }
        return new InstitutionEntry(
                ror,
                state,
                country,
                city,
                latitude,
                longitude,
                types,
                names,
                printedName,
                joined(aliases, other.aliases()),
                joined(acronyms, other.acronyms()),
                website,
                parents);
    }

    /** By what a list of institutions is sorted, whatever the script of the printed name. */
    static String sortKey(String printedName) {
        return cut(Folding.fold(printedName), LONGEST);
    }

    /**
     * Everything to search in, folded: acronyms between {@code #}, names each after a {@code |}, so that one look tells an
     * exact acronym, the beginning of a name and any other part of one.
     */
    static String searchKey(
            Ror ror, LocalizedText name, String printedName, List<String> aliases, List<String> acronyms) {
        var names = Stream.of(Stream.of(printedName), name.texts().values().stream(), aliases.stream())
                .flatMap(each -> each)
                .map(Folding::fold)
                .filter(folded -> !folded.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var short_ =
                acronyms.stream().map(Folding::fold).filter(f -> !f.isEmpty()).distinct();
        return "#" + short_.map(f -> f + "#").collect(Collectors.joining())
                + names.stream().map(f -> "|" + f).collect(Collectors.joining())
                + "|" + ror.value() + "|";
    }

    String searchKey() {
        return searchKey(ror, name, printedName, aliases, acronyms);
    }

    /** Tells whether a later dump says anything new. */
    String fingerprint() {
        var said = String.join(
                "\u0000",
                state.name(),
                country,
                city,
                String.valueOf(latitude),
                String.valueOf(longitude),
                new TreeSet<>(types).toString(),
                name.toJson(),
                printedName,
                LinesConverter.join(aliases),
                LinesConverter.join(acronyms),
                website,
                parents.stream().map(Ror::value).sorted().collect(Collectors.joining(",")));
        return Sha256.hex(said);
    }

    static String types(Set<InstitutionType> types) {
        return types.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    private static List<String> lines(List<String> typed) {
        var lines = new ArrayList<String>();
        for (var line : typed) {
            var clean = cut(line, LONGEST);
            if (!clean.isEmpty() && !lines.contains(clean)) {
                lines.add(clean);
            }
        }
        return List.copyOf(lines);
    }

    private static String cut(String text, int longest) {
        var line = Clean.line(text);
        if (line.length() <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, longest - 1)))
                .strip();
    }
}
