package org.caravanserai.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIndexTest {

    @TempDir
    Path folder;

    @Test
    void whatHasNoDocumentsAnyMoreIsNotFoundAndTheIndexGivesBackAllItsMemory() throws IOException {
        var index = NodeIndex.create(folder);
        index.replace("session/1", List.of(document("session/1"), document("session/1")));
        index.replace("session/2", List.of(document("session/2")));
        index.refresh();
        for (int i = 0; i < 10; i++) {
            index.replace("session/1", List.of());
            index.refresh();
        }

        assertThat(index.size()).isEqualTo(1);

        index.keep(new LogPosition(1, UUID.randomUUID(), List.of(), System::nanoTime));
        assertThatCode(index::close).as("closing, which counts what is left").doesNotThrowAnyException();
    }

    private static Document document(String unit) {
        var document = new Document();
        document.add(new StringField(Documents.UNIT, unit, Field.Store.NO));
        return document;
    }
}
