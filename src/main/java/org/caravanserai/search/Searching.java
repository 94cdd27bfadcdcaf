package org.caravanserai.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caravanserai.people.SignedIn;
import org.caravanserai.search.SearchAnswer.Group;
import org.caravanserai.search.SearchAnswer.Standing;
import org.caravanserai.search.index.Finding;
import org.caravanserai.search.index.Finding.Place;
import org.caravanserai.search.index.Finding.Places;
import org.caravanserai.text.search.Typed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what the acting person may see, by words in any language, script and spelling. */
@Service
public class Searching {

    /** The most things of a kind that are answered at once. */
    public static final int MOST = 200;

    private static final Places NONE = new Places(0, List.of());

    private final Finding finding;
    private final HitReading reading;

    Searching(Finding finding, HitReading reading) {
        this.finding = finding;
        this.reading = reading;
    }

    /**
     * What is found by everything typed.
     *
     * @param typed words; nothing in them is a sign for anything else
     * @param kinds what to look for; empty for everything
     * @param limit how many of a kind at most; no more than {@value #MOST}
     */
    @SignedIn
    @Transactional(readOnly = true)
    public SearchAnswer find(String typed, Set<SearchKind> kinds, int limit) {
        var words = Typed.of(typed);
        if (words.isEmpty() || limit < 1) {
            return new SearchAnswer(words, List.of(), Standing.WHOLE);
        }
        var wanted = kinds.isEmpty() ? EnumSet.allOf(SearchKind.class) : EnumSet.copyOf(kinds);
        var found = finding.find(words, wanted, Math.min(limit, MOST));
        if (found.isEmpty()) {
            return new SearchAnswer(words, List.of(), Standing.NO_INDEX);
        }
        var places = found.get().kinds();
        var hits = hits(places);
        var groups = new ArrayList<Group>();
        places.forEach((kind, of) -> {
            var shown = of.places().stream()
                    .map(place -> hits.getOrDefault(kind, Map.of()).get(place))
                    .filter(Objects::nonNull)
                    .toList();
            // What the database did not give out is not counted either.
            var total = of.total() - (of.places().size() - shown.size());
            if (!shown.isEmpty()) {
                groups.add(new Group(kind, total, shown));
            }
        });
        return new SearchAnswer(words, List.copyOf(groups), found.get().whole() ? Standing.WHOLE : Standing.BEHIND);
    }

    private Map<SearchKind, Map<Place, SearchHit>> hits(Map<SearchKind, Places> found) {
        var hits = new EnumMap<SearchKind, Map<Place, SearchHit>>(SearchKind.class);
        var proposals = reading.proposals(of(found, SearchKind.MINE), of(found, SearchKind.PROPOSAL));
        hits.put(SearchKind.SESSION, reading.sessions(of(found, SearchKind.SESSION)));
        hits.put(SearchKind.MINE, proposals);
        hits.put(SearchKind.PROPOSAL, proposals);
        hits.put(SearchKind.PERSON, reading.people(of(found, SearchKind.PERSON)));
        hits.put(SearchKind.INSTITUTION, reading.institutions(of(found, SearchKind.INSTITUTION)));
        return hits;
    }

    private static List<Place> of(Map<SearchKind, Places> found, SearchKind kind) {
        return found.getOrDefault(kind, NONE).places();
    }
}
