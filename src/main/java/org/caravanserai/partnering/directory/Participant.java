package org.caravanserai.partnering.directory;

import java.util.List;
import java.util.Optional;
import org.caravanserai.people.Degree;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/**
 * Somebody in the directory of a meeting, as she shows herself there. Addresses are no part of it.
 *
 * @param workplace where she works; empty if she does not show it
 * @param country ISO 3166-1 alpha-2; empty if not told
 * @param interests keys of topics; none if she does not show them
 * @param languages BCP 47 tags; none if she does not show them
 */
public record Participant(
        PersonId person,
        PersonName name,
        Degree degree,
        Optional<Workplace> workplace,
        String country,
        List<String> interests,
        List<String> languages,
        LocalizedText line) {

    /**
     * Where somebody works.
     *
     * @param key the same for all who work there
     */
    public record Workplace(String key, LocalizedText name) {}
}
