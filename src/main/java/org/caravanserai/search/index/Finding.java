package org.caravanserai.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.caravanserai.search.SearchKind;
import org.caravanserai.text.search.SearchFields;
import org.caravanserai.text.search.Typed;
import org.springframework.stereotype.Component;

/** Finds in the index, by right, where what was typed stands. What is found is then read from the database. */
@Component
public class Finding {

    private static final Map<String, Float> OPEN =
            Map.of(Documents.TITLE, 4f, Documents.PEOPLE, 3f, Documents.TEXT, 1f);
    private static final Map<String, Float> OWN =
            Map.of(Documents.TITLE, 4f, Documents.DRAFT, 4f, Documents.PEOPLE, 3f, Documents.TEXT, 1f);
    private static final Map<String, Float> VEILED = Map.of(Documents.VEILED_TITLE, 4f, Documents.VEILED_TEXT, 1f);
    private static final Map<String, Float> NAMED = Map.of(Documents.TITLE, 4f, Documents.TEXT, 1f);

    private final IndexKeeper keeper;
    private final SearchRights rights;

    Finding(IndexKeeper keeper, SearchRights rights) {
        this.keeper = keeper;
        this.rights = rights;
    }

    /**
     * Where something stands.
     *
     * @param key the key of a proposal, person or institution; the code of a session
     * @param meeting whose session it is; empty for all others
     * @param veiled whether it was found by what reviewers read who may not learn whose it is
     */
    public record Place(String key, Optional<UUID> meeting, boolean veiled) {}

    /** What was found of one kind, the best first. */
    public record Places(long total, List<Place> places) {}

    /**
     * What was found of every kind asked for.
     *
     * @param whole whether everything committed before was looked at
     */
    public record Found(Map<SearchKind, Places> kinds, boolean whole) {}

    /**
     * Looks for what was typed in all that the acting person may see.
     *
     * @return empty while there is no index
     */
    public Optional<Found> find(Typed typed, Set<SearchKind> kinds, int limit) {
        var mine = rights.mine();
        return keeper.ask(searcher -> {
                    var found = new EnumMap<SearchKind, Places>(SearchKind.class);
                    for (var kind : kinds) {
                        // Only where nothing she may see is as she typed it, so that it tells nothing of the rest.
                        var exact = find(searcher, typed, kind, mine, limit, false);
                        found.put(kind, exact.total() > 0 ? exact : find(searcher, typed, kind, mine, limit, true));
                    }
                    return found;
                })
                .map(answer -> new Found(answer.found(), answer.whole()));
    }

    private static Places find(
            IndexSearcher searcher,
            Typed typed,
            SearchKind kind,
            SearchRights.Rights mine,
            int limit,
            boolean forgiving)
            throws IOException {
        var query = query(typed, kind, mine, forgiving);
        var top = searcher.search(query, new TopScoreDocCollectorManager(limit, Integer.MAX_VALUE));
        var stored = searcher.storedFields();
        var places = new ArrayList<Place>();
        for (var one : top.scoreDocs) {
            var document = stored.document(one.doc);
            var key = document.get(Documents.KEY);
            Optional<UUID> meeting =
                    Optional.ofNullable(document.get(Documents.MEETING)).map(UUID::fromString);
            var veiled = kind == SearchKind.PROPOSAL
                    && mine.isVeiled(
                            UUID.fromString(key), meeting.orElseThrow(), UUID.fromString(document.get(Documents.TYPE)));
            places.add(new Place(key, meeting, veiled));
        }
        return new Places(top.totalHits.value(), List.copyOf(places));
    }

    private static Query query(Typed typed, SearchKind kind, SearchRights.Rights mine, boolean forgiving) {
        return switch (kind) {
            case SESSION -> of(Unit.Kind.AGENDA, SearchFields.query(typed, OPEN, forgiving), List.of());
            case MINE ->
                of(
                        Unit.Kind.PROPOSAL,
                        SearchFields.query(typed, OWN, forgiving),
                        List.of(new TermQuery(new Term(Documents.OWN, mine.me().toString()))));
            case PROPOSAL -> {
                var either = new BooleanQuery.Builder()
                        .add(
                                of(
                                        Unit.Kind.PROPOSAL,
                                        SearchFields.query(typed, OPEN, forgiving),
                                        List.of(mine.filter(false))),
                                Occur.SHOULD)
                        .add(
                                of(
                                        Unit.Kind.PROPOSAL,
                                        SearchFields.query(typed, VEILED, forgiving),
                                        List.of(mine.filter(true))),
                                Occur.SHOULD);
                yield either.build();
            }
            case PERSON -> of(Unit.Kind.PERSON, SearchFields.query(typed, NAMED, forgiving), List.of());
            case INSTITUTION -> of(Unit.Kind.INSTITUTION, SearchFields.query(typed, NAMED, forgiving), List.of());
        };
    }

    private static Query of(Unit.Kind kind, Query words, List<Query> filters) {
        var query = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(new TermQuery(new Term(Documents.KIND, kind.name())), Occur.FILTER);
        filters.forEach(filter -> query.add(filter, Occur.FILTER));
        return query.build();
    }
}
