package org.caravanserai.people;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A university or institute, by its ROR id, with its names in its languages. It comes from the shipped directory or from a
 * dump of the registry; what an administrator corrects stays when a newer dump comes.
 */
@Entity
public class Institution extends Aggregate {

    private static final int LONGEST_NAME = 400;
    private static final int MOST_LINES = 50;

    private String ror;

    @Enumerated(EnumType.STRING)
    private InstitutionState state;

    private String country;

    private String city;

    private @Nullable Double latitude;

    private @Nullable Double longitude;

    @Convert(converter = StringSetConverter.class)
    private Set<String> types;

    private LocalizedText name;

    private String printedName;

    @Convert(converter = LinesConverter.class)
    private List<String> aliases;

    @Convert(converter = LinesConverter.class)
    private List<String> acronyms;

    private String website;

    private String sortKey;

    private String searchKey;

    private String source;

    private String fingerprint;

    private boolean edited;

    @SuppressWarnings("NullAway.Init")
    protected Institution() {}

    /** The identifier of the Research Organization Registry. */
    public Ror ror() {
        return new Ror(ror);
    }

    public InstitutionState state() {
        return state;
    }

    /** ISO 3166-1 alpha-2; empty if not known. */
    public String country() {
        return country;
    }

    public String city() {
        return city;
    }

    /** Degrees north; null if not known. */
    public @Nullable Double latitude() {
        return latitude;
    }

    /** Degrees east; null if not known. */
    public @Nullable Double longitude() {
        return longitude;
    }

    /** What it does. */
    public Set<InstitutionType> types() {
        var set = new LinkedHashSet<InstitutionType>();
        types.forEach(type -> set.add(InstitutionType.of(type)));
        return set;
    }

    /** Its names in the languages of the product. */
    public LocalizedText name() {
        return name;
    }

    /** Its name as badges and programmes print it: the English one where there is one. */
    public String printedName() {
        return printedName;
    }

    /** Other names in any language, former ones too. */
    public List<String> aliases() {
        return aliases;
    }

    public List<String> acronyms() {
        return acronyms;
    }

    /** An http address; empty if there is none. */
    public String website() {
        return website;
    }

    /** Whether an administrator corrected it, so that a newer dump leaves names, city and website alone. */
    public boolean isEdited() {
        return edited;
    }

    /**
     * What an administrator may correct.
     *
     * @param name in the languages of the product; English or any other
     * @param website an http address or empty
     */
    public record Content(
            LocalizedText name, List<String> aliases, List<String> acronyms, String city, String website) {}

    /**
     * Corrects it by hand.
     *
     * @throws Refusal if there is no name, something is too long, or the website is no web address
     */
    public void correct(Content content) {
        var cleaned = content.name().map(Clean::line);
        var problems = new ArrayList<Refusal.Problem>();
        if (cleaned.isEmpty()) {
            problems.add(Refusal.Problem.at("name", "institution.name.required"));
        }
        if (cleaned.longest() > LONGEST_NAME) {
            problems.add(Refusal.Problem.at("name", "people.text.long", LONGEST_NAME));
        }
        var others = lines("aliases", content.aliases(), problems);
        var letters = lines("acronyms", content.acronyms(), problems);
        var place = Clean.line(content.city());
        if (place.length() > 200) {
            problems.add(Refusal.Problem.at("city", "people.text.long", 200));
        }
        var site = content.website().strip();
        if (!site.isEmpty() && !site.matches("https?://\\S{1,480}")) {
            problems.add(Refusal.Problem.at("website", "institution.website.form"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        name = cleaned;
        printedName = cleaned.text(Language.EN);
        aliases = others;
        acronyms = letters;
        city = place;
        website = site;
        sortKey = InstitutionEntry.sortKey(printedName);
        searchKey = InstitutionEntry.searchKey(ror(), name, printedName, aliases, acronyms);
        edited = true;
    }

    private static List<String> lines(String field, List<String> typed, List<Refusal.Problem> problems) {
        var lines = typed.stream()
                .map(Clean::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (lines.size() > MOST_LINES || lines.stream().anyMatch(line -> line.length() > LONGEST_NAME)) {
            problems.add(Refusal.Problem.at(field, "institution.lines.many", MOST_LINES, LONGEST_NAME));
        }
        return lines;
    }
}
