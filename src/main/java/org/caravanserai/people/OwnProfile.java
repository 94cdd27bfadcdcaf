package org.caravanserai.people;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.caravanserai.platform.Actor;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The acting person's own profile, kept part by part as she types. Every change is based on a version that she looked at
 * and answers with the next; one based on an older version is refused with
 * {@link org.springframework.dao.OptimisticLockingFailureException} and changes nothing.
 */
@Service
public class OwnProfile {

    /** The longest biography in one language, in characters. */
    public static final int LONGEST_BIOGRAPHY = 1_500;

    /** The most topics of interest. */
    public static final int MOST_INTERESTS = 20;

    private static final int LONGEST_AFFILIATION = 300;
    private static final int MOST_LANGUAGES = 12;
    private static final Set<String> KNOWN_LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Persons persons;
    private final Institutions institutions;

    OwnProfile(Persons persons, Institutions institutions) {
        this.persons = persons;
        this.institutions = institutions;
    }

    /**
     * A profile as its owner sees it.
     *
     * @param version the version to base changes on
     * @param institution the institution picked, with its names; empty when the affiliation was typed
     * @param orcid empty if none
     * @param languages the languages that she works in, as BCP 47 tags
     * @param interests topic keys
     * @param picture where her picture is; empty if there is none
     */
    public record Profile(
            long version,
            String code,
            PersonName name,
            Salutation salutation,
            Degree degree,
            Rank rank,
            Optional<InstitutionDirectory.Found> institution,
            Affiliation affiliation,
            String country,
            String orcid,
            Language language,
            Set<String> languages,
            ZoneId zone,
            Set<String> interests,
            LocalizedText biography,
            Optional<String> picture) {}

    /** What others miss in a profile. */
    public enum Missing {
        NATIVE_SCRIPT,
        KANA,
        AFFILIATION,
        COUNTRY,
        INTERESTS
    }

    /** The whole profile. */
    @SignedIn
    @Transactional(readOnly = true)
    public Profile read() {
        var person = mine();
        var institution = person.institution()
                .flatMap(key -> institutions.rows(List.of(key)).stream()
                        .map(InstitutionDirectory.Found::of)
                        .findFirst());
        return new Profile(
                person.version(),
                person.code(),
                person.name(),
                person.salutation(),
                person.degree(),
                person.rank(),
                institution,
                new Affiliation(person.institution(), person.affiliation()),
                person.country(),
                person.orcid().map(Orcid::value).orElse(""),
                person.language(),
                person.languages(),
                person.zone(),
                person.interests(),
                person.biography(),
                person.picture().map(picture -> Pictures.address(person.code(), picture)));
    }

    /** What others miss; nothing for whoever has no profile. */
    @SignedIn
    @Transactional(readOnly = true)
    public Set<Missing> missing() {
        return Actor.person()
                .flatMap(persons::findById)
                .map(OwnProfile::missing)
                .orElseGet(() -> EnumSet.noneOf(Missing.class));
    }

    /** Changes the name in all its forms. */
    @SignedIn
    @Transactional
    public long rename(long version, PersonName name) {
        var problems = NameRules.problems(name);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return change(version, person -> person.rename(name));
    }

    /** Changes how the person is addressed, her degree and her rank. */
    @SignedIn
    @Transactional
    public long title(long version, Salutation salutation, Degree degree, Rank rank) {
        return change(version, person -> person.describe(salutation, degree, rank, person.biography()));
    }

    /**
     * Changes where the person works, and her ORCID iD.
     *
     * @param country ISO 3166-1 alpha-2; empty if not told
     * @param orcid empty for none
     */
    @SignedIn
    @Transactional
    public long work(long version, Affiliation affiliation, String country, String orcid) {
        var problems = new ArrayList<Refusal.Problem>();
        if (!country.isEmpty() && !Countries.exists(country)) {
            problems.add(Refusal.Problem.at("country", "profile.country.unknown"));
        }
        var words = Clean.line(affiliation.words());
        if (words.length() > LONGEST_AFFILIATION) {
            problems.add(Refusal.Problem.at("affiliation", "people.text.long", LONGEST_AFFILIATION));
        }
        Optional<Orcid> identifier = Optional.empty();
        try {
            identifier = orcid.isBlank() ? Optional.empty() : Optional.of(new Orcid(orcid));
        } catch (Refusal refusal) {
            problems.addAll(refusal.problems());
        }
        var picked = affiliation.institution().flatMap(institutions::findById);
        if (affiliation.institution().isPresent() && picked.isEmpty()) {
            problems.add(Refusal.Problem.at("affiliation", "institution.gone"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        var known = identifier;
        var printed = picked.map(Institution::printedName)
                .map(name -> name.length() > LONGEST_AFFILIATION ? name.substring(0, LONGEST_AFFILIATION) : name)
                .orElse(words);
        return change(version, person -> {
            person.affiliate(picked.map(Institution::key).orElse(null), printed, country);
            person.identifyBy(known.orElse(null));
        });
    }

    /**
     * Changes in which languages and in which zone the person reads and works.
     *
     * @param languages BCP 47 tags
     */
    @SignedIn
    @Transactional
    public long locate(long version, Language language, Set<String> languages, ZoneId zone) {
        if (languages.size() > MOST_LANGUAGES || !KNOWN_LANGUAGES.containsAll(languages)) {
            throw Refusal.at("languages", "profile.languages.many", MOST_LANGUAGES);
        }
        return change(version, person -> person.locate(language, new LinkedHashSet<>(languages), zone));
    }

    /** Changes the topics of interest. */
    @SignedIn
    @Transactional
    public long interestIn(long version, Set<String> topicKeys) {
        if (topicKeys.size() > MOST_INTERESTS || !topicKeys.stream().allMatch(key -> key.matches("[a-z0-9-]{1,40}"))) {
            throw Refusal.at("interests", "profile.interests.many", MOST_INTERESTS);
        }
        return change(version, person -> person.interestIn(topicKeys));
    }

    /** Changes the biography. */
    @SignedIn
    @Transactional
    public long introduce(long version, LocalizedText biography) {
        var cleaned = biography.map(Clean::lines);
        if (cleaned.longest() > LONGEST_BIOGRAPHY) {
            throw Refusal.at("biography", "people.text.long", LONGEST_BIOGRAPHY);
        }
        return change(version, person -> person.describe(person.salutation(), person.degree(), person.rank(), cleaned));
    }

    private long change(long version, Consumer<Person> change) {
        var person = mine();
        person.requireVersion(version);
        change.accept(person);
        return persons.saveAndFlush(person).version();
    }

    private Person mine() {
        return Actor.person().flatMap(persons::findById).orElseThrow(() -> Refusal.of("people.account.none"));
    }

    static Set<Missing> missing(Person person) {
        var missing = EnumSet.noneOf(Missing.class);
        var name = person.name();
        if (name.nativeScript().isEmpty() && writesInAnotherScript(person)) {
            missing.add(Missing.NATIVE_SCRIPT);
        }
        if (name.kana().isEmpty()
                && name.nativeScript().codePoints().anyMatch(Character::isIdeographic)
                && person.country().equals("JP")) {
            missing.add(Missing.KANA);
        }
        if (person.affiliation().isEmpty()) {
            missing.add(Missing.AFFILIATION);
        }
        if (person.country().isEmpty()) {
            missing.add(Missing.COUNTRY);
        }
        if (person.interests().isEmpty()) {
            missing.add(Missing.INTERESTS);
        }
        return missing;
    }

    /** Uzbek and Turkmen are written in Latin letters, so a name in them may have no other form. */
    private static boolean writesInAnotherScript(Person person) {
        return switch (person.country()) {
            case "JP", "KZ", "KG", "TJ" -> true;
            case "UZ", "TM" -> false;
            default ->
                switch (person.language()) {
                    case JA, RU, KK, KY, TG -> true;
                    case EN, UZ, TK -> false;
                };
        };
    }
}
