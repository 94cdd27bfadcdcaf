package org.caravanserai.people;

import java.util.List;
import java.util.function.Function;
import org.caravanserai.text.PersonName;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds registered people for somebody who names them or wants to meet them: a few at a time, and never with an address. Who
 * is to be met is found only if neither keeps the other away.
 */
@Service
public class PeopleFinding {

    private static final int MOST_FOUND = 8;

    private final PeopleSearch people;
    private final Access access;
    private final Concealment concealment;

    PeopleFinding(PeopleSearch people, Access access, Concealment concealment) {
        this.people = people;
        this.access = access;
        this.concealment = concealment;
    }

    /**
     * Someone who is registered, without any address.
     *
     * @param affiliation where she works, as printed; may be empty
     * @param country ISO 3166-1 alpha-2; may be empty
     */
    public record Found(PersonId person, PersonName name, String affiliation, String country) {

        private static Found of(Person person) {
            return new Found(person.id(), person.name(), person.affiliation(), person.country());
        }
    }

    /**
     * Those whose names, in any script and spelling, contain all the words, whether or not they have an account: authors and
     * conflicts of interest are facts, whoever keeps away from whom.
     */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Found> named(String words) {
        var folded = FoldedWords.ofNames(words);
        return folded.isEnough()
                ? people.named(folded.word(0), folded.word(1), folded.word(2), Limit.of(MOST_FOUND)).stream()
                        .map(Found::of)
                        .toList()
                : List.of();
    }

    /** Those so named who have an account that can be used, except whoever looks. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Found> reachable(String words) {
        var folded = FoldedWords.ofNames(words);
        return folded.isEnough()
                ? seen(most -> people.reachable(
                        access.requireMe().value(), folded.word(0), folded.word(1), folded.word(2), most))
                : List.of();
    }

    /**
     * Those who take an interest in a topic and have an account that can be used, except whoever looks.
     *
     * @param topicKey the topic's key, which is the same over all meetings
     */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Found> interestedIn(String topicKey) {
        return seen(most -> people.interestedIn(access.requireMe().value(), topicKey, most));
    }

    private List<Found> seen(Function<Limit, List<Person>> search) {
        var hidden = concealment.hiddenFrom(access.requireMe());
        return search.apply(Limit.of(MOST_FOUND + hidden.size())).stream()
                .filter(person -> !hidden.contains(person.id()))
                .limit(MOST_FOUND)
                .map(Found::of)
                .toList();
    }
}
