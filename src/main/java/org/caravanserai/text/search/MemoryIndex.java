package org.caravanserai.text.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** A few thousand texts in memory, to be found by their words. Immutable; several threads may ask at once. */
public final class MemoryIndex {

    private static final String KEY = "key";
    private static final String WORDS = "words";
    private static final Map<String, Float> FIELDS = Map.of(WORDS, 1f);

    private final IndexSearcher searcher;

    /** An index of words by the key of the text that they stand in. */
    public MemoryIndex(Map<String, List<Word>> texts) {
        var directory = new ByteBuffersDirectory();
        try {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (var text : texts.entrySet()) {
                    var document = new Document();
                    document.add(new StringField(KEY, text.getKey(), Field.Store.YES));
                    SearchFields.add(document, WORDS, text.getValue());
                    writer.addDocument(document);
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of the texts that say everything typed; where none does, of those that nearly do. */
    public Set<String> find(Typed typed) {
        return find(typed, key -> true);
    }

    /**
     * As {@link #find(Typed)} among some of the texts, as if there were no others: what somebody finds does not tell of
     * what she may not see.
     */
    public Set<String> find(Typed typed, Predicate<String> among) {
        var exact = find(typed, false);
        exact.removeIf(among.negate());
        if (!exact.isEmpty()) {
            return exact;
        }
        var nearly = find(typed, true);
        nearly.removeIf(among.negate());
        return nearly;
    }

    private Set<String> find(Typed typed, boolean forgiving) {
        try {
            var found = searcher.search(
                    SearchFields.query(typed, FIELDS, forgiving),
                    Math.max(1, searcher.getIndexReader().maxDoc()));
            var stored = searcher.storedFields();
            var keys = new HashSet<String>();
            for (var one : found.scoreDocs) {
                keys.add(stored.document(one.doc).get(KEY));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
