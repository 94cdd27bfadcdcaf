package org.caravanserai.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** A Lucene index in a folder. What is written is found after {@link #refresh()} and survives after {@link #keep}. */
final class NodeIndex implements Closeable {

    /** Another number whenever words are taken apart otherwise: an index made before is of no use then. */
    private static final String FORMAT = "1";

    private final Path path;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private NodeIndex(Path path, boolean create) throws IOException {
        this.path = path;
        directory = FSDirectory.open(path);
        try {
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(new KeywordAnalyzer())
                            .setOpenMode(
                                    create ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.APPEND));
            searchers = new SearcherManager(writer, null);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** What is asked of an index. */
    @FunctionalInterface
    interface Question<T> {

        T ask(IndexSearcher searcher) throws IOException;
    }

    static NodeIndex create(Path path) throws IOException {
        return new NodeIndex(path, true);
    }

    /**
     * An index that was made before.
     *
     * @throws IOException if it is broken, unfinished or of another format
     */
    static NodeIndex open(Path path) throws IOException {
        try (var found = FSDirectory.open(path)) {
            if (!DirectoryReader.indexExists(found)) {
                throw new IOException("There is no whole index in " + path);
            }
        }
        var index = new NodeIndex(path, false);
        if (!FORMAT.equals(index.kept().get("format"))) {
            index.close();
            throw new IOException("The index in " + path + " is of another format");
        }
        return index;
    }

    Path path() {
        return path;
    }

    /** What was kept with the index. */
    Map<String, String> kept() {
        var kept = new HashMap<String, String>();
        @org.jspecify.annotations.Nullable Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        }
        return kept;
    }

    /** Puts documents in the place of all that were found by the same term. */
    void replace(String unit, List<Document> documents) throws IOException {
        var before = new Term(Documents.UNIT, unit);
        if (documents.isEmpty()) {
            // Lucene would count memory for none that it never gives back.
            writer.deleteDocuments(before);
        } else {
            writer.updateDocuments(before, documents);
        }
    }

    /** Removes the documents of a kind. */
    void clear(Unit.Kind kind) throws IOException {
        writer.deleteDocuments(new Term(Documents.KIND, kind.name()));
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Writes everything to disk together with how far the log was read. */
    void keep(LogPosition position) throws IOException {
        var kept = new HashMap<>(position.toMap());
        kept.put("format", FORMAT);
        writer.setLiveCommitData(kept.entrySet());
        writer.commit();
    }

    <T> T search(Question<T> question) throws IOException {
        var searcher = searchers.acquire();
        try {
            return question.ask(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** How many documents there are. */
    int size() {
        return writer.getDocStats().numDocs;
    }

    /** Closes it without writing what was not kept. */
    @Override
    public void close() throws IOException {
        searchers.close();
        if (writer.hasUncommittedChanges()) {
            writer.rollback();
        } else {
            writer.close();
        }
        directory.close();
    }
}
