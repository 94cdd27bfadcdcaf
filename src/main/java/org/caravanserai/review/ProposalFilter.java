package org.caravanserai.review;

import java.util.Set;
import java.util.UUID;
import org.caravanserai.proposal.ProposalState;

/**
 * What narrows the committee's list of proposals. Sets left empty narrow nothing; a proposal is in if it fits one of each
 * set that is not empty.
 *
 * @param states where proposals stand
 * @param topics keys of topics, any of a proposal's
 * @param types keys of session types
 * @param countries ISO 3166-1 alpha-2 codes of the proposers' countries
 * @param languages BCP 47 tags of what is spoken
 * @param words words that code, title or a contributor's name must hold, however they are spelled
 */
public record ProposalFilter(
        Set<ProposalState> states,
        Set<UUID> topics,
        Set<UUID> types,
        Set<String> countries,
        Set<String> languages,
        String words) {

    /** Narrows nothing. */
    public static final ProposalFilter ALL = new ProposalFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "");

    public ProposalFilter {
        states = Set.copyOf(states);
        topics = Set.copyOf(topics);
        types = Set.copyOf(types);
        countries = Set.copyOf(countries);
        languages = Set.copyOf(languages);
        words = words.strip();
    }

    /** Whether it narrows nothing. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** This filter with other states. */
    public ProposalFilter withStates(Set<ProposalState> changed) {
        return new ProposalFilter(changed, topics, types, countries, languages, words);
    }

    /** This filter with other topics. */
    public ProposalFilter withTopics(Set<UUID> changed) {
        return new ProposalFilter(states, changed, types, countries, languages, words);
    }

    /** This filter with other types. */
    public ProposalFilter withTypes(Set<UUID> changed) {
        return new ProposalFilter(states, topics, changed, countries, languages, words);
    }

    /** This filter with other countries. */
    public ProposalFilter withCountries(Set<String> changed) {
        return new ProposalFilter(states, topics, types, changed, languages, words);
    }

    /** This filter with other languages. */
    public ProposalFilter withLanguages(Set<String> changed) {
        return new ProposalFilter(states, topics, types, countries, changed, words);
    }

    /** This filter with other words. */
    public ProposalFilter withWords(String changed) {
        return new ProposalFilter(states, topics, types, countries, languages, changed);
    }
}
