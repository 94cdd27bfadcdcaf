package org.caravanserai.agenda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.caravanserai.platform.StoredFiles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps snapshots as compressed JSON among the stored files. */
@Component
class AgendaSnapshots {

    private final StoredFiles files;
    private final JsonMapper json = JsonMapper.builder().build();

    AgendaSnapshots(StoredFiles files) {
        this.files = files;
    }

    UUID store(AgendaSnapshot snapshot) {
        var bytes = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(bytes)) {
            zipped.write(json.writeValueAsBytes(snapshot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.store(new ByteArrayInputStream(bytes.toByteArray()));
    }

    AgendaSnapshot read(Release release) {
        try (var plain = new GZIPInputStream(files.open(release.snapshot()))) {
            return json.readValue(plain.readAllBytes(), AgendaSnapshot.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
