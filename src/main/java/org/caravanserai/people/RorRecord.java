package org.caravanserai.people;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** A record of the Research Organization Registry as its schema 2 writes it; what is not used here is passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RorRecord(
        @Nullable String id,
        @Nullable String status,
        @Nullable List<Name> names,
        @Nullable List<String> types,
        @Nullable List<Location> locations,
        @Nullable List<Link> links,
        @Nullable List<Relationship> relationships,
        @Nullable Object name) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Name(
            @Nullable String lang,
            @Nullable Set<String> types,
            @Nullable String value) {

        boolean is(String type) {
            return types != null && types.contains(type);
        }

        String words() {
            return Objects.requireNonNullElse(value, "");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Location(
            @JsonProperty("geonames_details") @Nullable Details details) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Details(
            @JsonProperty("country_code") @Nullable String country,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Link(@Nullable String type, @Nullable String value) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Relationship(@Nullable String type, @Nullable String id) {}

    /** Schema 1 had one name where schema 2 has a list of them. */
    boolean isOfFirstSchema() {
        return names == null && name instanceof String;
    }

    /** @throws Refusal if it is not as the schema says */
    InstitutionEntry entry() {
        var ror = new Ror(Objects.requireNonNullElse(id, ""));
        var state = InstitutionState.of(Objects.requireNonNullElse(status, ""))
                .orElseThrow(() -> Refusal.at("status", "institution.ror.form"));
        var all = Objects.requireNonNullElse(names, List.<Name>of());
        var shown = all.stream()
                .filter(n -> n.is("ror_display") && !n.words().isBlank())
                .findFirst()
                .orElseThrow(() -> Refusal.at("names", "institution.ror.form"));
        var localized = LocalizedText.EMPTY;
        var aliases = new ArrayList<String>();
        var acronyms = new ArrayList<String>();
        for (var each : all) {
            var language = language(each);
            if (each.is("acronym")) {
                acronyms.add(each.words());
            } else if (each.is("label")
                    && language != null
                    && localized.exactly(language).isEmpty()) {
                localized = localized.with(language, each.words());
            } else if (each != shown) {
                aliases.add(each.words());
            }
        }
        if (localized.exactly(Language.EN).isEmpty() && shown.lang() == null) {
            localized = localized.with(Language.EN, shown.words());
        } else if (!localized.texts().containsValue(shown.words().strip())) {
            aliases.add(shown.words());
        }
        var place = place();
        var kinds = new LinkedHashSet<InstitutionType>();
        Objects.requireNonNullElse(types, List.<String>of()).forEach(t -> kinds.add(InstitutionType.of(t)));
        return new InstitutionEntry(
                ror,
                state,
                Objects.requireNonNullElse(place.country(), ""),
                Objects.requireNonNullElse(place.name(), ""),
                place.lat(),
                place.lng(),
                kinds,
                localized,
                shown.words(),
                aliases,
                acronyms,
                website(),
                parents());
    }

    /** The language of a name if it is one of ours; Uzbek names in Cyrillic are found but not shown. */
    private static @Nullable Language language(Name name) {
        if (name.lang() == null) {
            return null;
        }
        var language = Language.ofTag(name.lang()).orElse(null);
        var cyrillic = name.words()
                .codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        return language == Language.UZ && cyrillic ? null : language;
    }

    private Details place() {
        return Objects.requireNonNullElse(locations, List.<Location>of()).stream()
                .map(Location::details)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> new Details("", null, null, ""));
    }

    private String website() {
        return Objects.requireNonNullElse(links, List.<Link>of()).stream()
                .filter(link -> "website".equals(link.type()) && link.value() != null)
                .map(link -> Objects.requireNonNullElse(link.value(), ""))
                .findFirst()
                .orElse("");
    }

    private Set<Ror> parents() {
        var parents = new LinkedHashSet<Ror>();
        for (var relationship : Objects.requireNonNullElse(relationships, List.<Relationship>of())) {
            if ("parent".equals(relationship.type()) && relationship.id() != null) {
                parents.add(new Ror(relationship.id()));
            }
        }
        return parents;
    }
}
