package org.caravanserai.people;

import java.util.Arrays;
import java.util.List;
import org.caravanserai.text.Folding;
import org.caravanserai.text.PersonName;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds people by their names, wherever somebody is to be chosen. */
@Service
public class PersonFinding {

    private static final int MOST = 8;
    private static final int FEWEST_LETTERS = 2;

    private final Persons persons;

    PersonFinding(Persons persons) {
        this.persons = persons;
    }

    /**
     * Someone who is registered, without any address.
     *
     * @param affiliation where she works, as printed; may be empty
     * @param country ISO 3166-1 alpha-2; may be empty
     */
    public record Found(PersonId person, PersonName name, String affiliation, String country) {}

    /** Registered people whose names, in any script and spelling, contain all the words; a few, without addresses. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Found> find(String words) {
        var folded = Folding.fold(words);
        var patterns = Arrays.stream(folded.split(" "))
                .filter(w -> !w.isEmpty())
                .map(w -> "%" + w + "%")
                .toList();
        if (patterns.isEmpty() || folded.length() < FEWEST_LETTERS) {
            return List.of();
        }
        return persons
                .named(
                        patterns.get(0),
                        patterns.size() > 1 ? patterns.get(1) : "%",
                        patterns.size() > 2 ? patterns.get(2) : "%",
                        Limit.of(MOST))
                .stream()
                .map(p -> new Found(p.id(), p.name(), p.affiliation(), p.country()))
                .toList();
    }
}
