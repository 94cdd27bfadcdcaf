package org.caravanserai.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.sheet.PlannedProposal;
import org.caravanserai.proposal.sheet.PlannedProposal.PlannedPerson;
import org.caravanserai.text.Folding;
import org.springframework.stereotype.Component;

/**
 * Finds out who the people of a sheet are: one whose address is known is that person; one whose name alone is known may be,
 * and an organiser decides; all others are new.
 */
@Component
class SheetPeople {

    private static final int CHUNK = 500;
    private static final int MOST_CANDIDATES = 5;

    private final Contributors contributors;
    private final Accounts accounts;

    SheetPeople(Contributors contributors, Accounts accounts) {
        this.contributors = contributors;
        this.accounts = accounts;
    }

    /**
     * The people of a sheet.
     *
     * @param all everyone once, by a key that tells them apart
     * @param known those whose addresses are known, by that key
     * @param offers those of whom the name alone is known
     */
    record Matched(Map<String, PlannedPerson> all, Map<String, PersonId> known, List<ProposalImport.Offer> offers) {}

    Matched match(MeetingId meeting, List<PlannedProposal> proposals, boolean sameNameIsOne) {
        var all = new LinkedHashMap<String, PlannedPerson>();
        var rows = new HashMap<String, List<Integer>>();
        for (var proposal : proposals) {
            for (int i = 0; i < proposal.people().size(); i++) {
                var person = proposal.people().get(i);
                var key = key(proposal, i, sameNameIsOne);
                all.putIfAbsent(key, person);
                rows.computeIfAbsent(key, k -> new ArrayList<>()).add(proposal.row());
            }
        }
        var known = byEmail(meeting, all);
        return new Matched(all, known, offers(all, known, rows));
    }

    /** Tells the people of a sheet apart: by address; else by name and institute, or each for herself. */
    static String key(PlannedProposal proposal, int place, boolean sameNameIsOne) {
        var person = proposal.people().get(place);
        if (!person.email().isEmpty()) {
            return "mail " + person.email();
        }
        return sameNameIsOne
                ? "name " + Folding.fold(person.name().published()) + '\n' + Folding.fold(person.affiliation())
                : "row " + proposal.row() + ' ' + place;
    }

    private Map<String, PersonId> byEmail(MeetingId meeting, Map<String, PlannedPerson> all) {
        var emails = all.values().stream()
                .map(PlannedPerson::email)
                .filter(email -> !email.isEmpty())
                .distinct()
                .toList();
        var known = new HashMap<String, PersonId>();
        for (int from = 0; from < emails.size(); from += CHUNK) {
            var some = emails.subList(from, Math.min(from + CHUNK, emails.size()));
            contributors
                    .personsByEmail(meeting.value(), some)
                    .forEach(row -> known.put("mail " + row[0], new PersonId((UUID) row[1])));
            // An account counts once its owner has shown that the address is hers, and then more than an earlier
            // import.
            accounts.findByEmailIn(some).stream()
                    .filter(Account::isUsable)
                    .forEach(account -> known.put("mail " + account.email().value(), account.person()));
        }
        return known;
    }

    private List<ProposalImport.Offer> offers(
            Map<String, PlannedPerson> all, Map<String, PersonId> known, Map<String, List<Integer>> rows) {
        var wanted = all.entrySet().stream()
                .filter(entry -> !known.containsKey(entry.getKey()))
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var names = wanted.stream()
                .flatMap(entry -> names(entry.getValue().name()).stream())
                .collect(Collectors.toSet());
        var byName = new HashMap<String, List<ProposalImport.Candidate>>();
        for (var person : contributors.everybody()) {
            for (var name : names(person.getName())) {
                if (names.contains(name)) {
                    byName.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(new ProposalImport.Candidate(
                                    new PersonId(person.getKey()),
                                    person.getName(),
                                    person.getAffiliation(),
                                    person.getCountry()));
                }
            }
        }
        var offers = new ArrayList<ProposalImport.Offer>();
        for (var entry : wanted) {
            var key = entry.getKey();
            var person = entry.getValue();
            var candidates = names(person.name()).stream()
                    .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                    .distinct()
                    .limit(MOST_CANDIDATES)
                    .toList();
            if (!candidates.isEmpty()) {
                offers.add(new ProposalImport.Offer(
                        key,
                        person.name(),
                        person.affiliation(),
                        List.copyOf(rows.getOrDefault(key, List.of())),
                        candidates));
            }
        }
        return List.copyOf(offers);
    }

    /** The forms of a name to compare by, their words in one order: which comes first differs between countries. */
    private static List<String> names(org.caravanserai.text.PersonName name) {
        return java.util.stream.Stream.of(name.published(), name.nativeScript())
                .map(Folding::fold)
                .filter(folded -> !folded.isEmpty())
                .map(folded -> Arrays.stream(folded.split(" ")).sorted().collect(Collectors.joining(" ")))
                .distinct()
                .toList();
    }
}
