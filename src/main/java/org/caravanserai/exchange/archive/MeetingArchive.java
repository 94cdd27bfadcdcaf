package org.caravanserai.exchange.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caravanserai.mail.ConcealedMatters;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SeriesCollection;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.platform.KeptTable;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes everything of a meeting, as its organiser may see it, into one zip that is readable without this product. */
@Service
public class MeetingArchive {

    private final KeptTables tables;
    private final Meetings meetings;
    private final SeriesCollection series;
    private final StoredFiles files;
    private final List<ConcealedMatters> concealing;
    private final AuditTrail trail;
    private final Messages messages;
    private final Clock clock;

    MeetingArchive(
            KeptTables tables,
            Meetings meetings,
            SeriesCollection series,
            StoredFiles files,
            List<ConcealedMatters> concealing,
            AuditTrail trail,
            Messages messages,
            Clock clock) {
        this.tables = tables;
        this.meetings = meetings;
        this.series = series;
        this.files = files;
        this.concealing = List.copyOf(concealing);
        this.trail = trail;
        this.messages = messages;
        this.clock = clock;
    }

    /** Hears how far it is; may be asked to stop. */
    public interface Progress {

        /** So many of so many steps are done. */
        void at(int done, int of);

        /** Whether nobody waits for it any more. */
        boolean isCancelled();
    }

    /** What was written; {@code concealed} proposals were left out, about which she may learn nothing. */
    public record Written(int rows, int files, int concealed) {}

    /**
     * Writes the archive as one moment has it. Without what a conflict of interest conceals from the acting person.
     *
     * @param out is closed in no case
     * @param in the language of what explains the archive
     * @throws UncheckedIOException if it cannot be written to
     */
    @PreAuthorize("@access.organiser(#meeting.value())")
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Written write(MeetingId meeting, OutputStream out, Language in, Progress progress) {
        var found = meetings.findById(meeting.value()).orElseThrow();
        try {
            var zip = new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8);
            var written = new Writing(found, zip, progress).write(in);
            zip.finish();
            zip.flush();
            trail.record(
                    "exported",
                    "Meeting",
                    meeting.value(),
                    ArchiveFormat.JSON.writeValueAsString(Map.of(
                            "rows", written.rows(), "files", written.files(), "concealed", written.concealed())));
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Writing {

        private final Meeting meeting;
        private final ZipOutputStream zip;
        private final Progress progress;
        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final Set<UUID> keys = new LinkedHashSet<>();
        private int fileCount;

        Writing(Meeting meeting, ZipOutputStream zip, Progress progress) {
            this.meeting = meeting;
            this.zip = zip;
            this.progress = progress;
        }

        Written write(Language in) throws IOException {
            var concealed = concealing.stream()
                    .flatMap(c -> c.concealedFromMe(Set.of(meeting.key())).stream())
                    .distinct()
                    .toList();
            var hidden = new ArrayList<>(concealed);
            // An empty list is none in SQL.
            hidden.add(new UUID(0, 0));
            json(ArchiveFormat.MEETING, about());
            int done = 0;
            for (var table : tables.all()) {
                if (progress.isCancelled()) {
                    throw new ArchiveCancelled();
                }
                progress.at(done++, tables.all().size() + 1);
                var rows = tables.rows(table, meeting.key(), hidden);
                rows(table.name(), rows);
                remember(table, rows);
                if (table.file().isPresent()) {
                    for (var row : rows) {
                        file(table, table.file().get(), row);
                    }
                }
            }
            rows("person", tables.people(List.copyOf(keys)));
            manifest(concealed.size());
            text("README.txt", readMe(in));
            progress.at(done + 1, done + 1);
            return new Written(
                    counts.values().stream().mapToInt(Integer::intValue).sum(), fileCount, concealed.size());
        }

        private ObjectNode about() {
            var node = ArchiveFormat.JSON.createObjectNode();
            node.put("id", meeting.key().toString());
            node.put("slug", meeting.slug().value());
            node.set("name", ArchiveFormat.JSON.readTree(meeting.name().toJson()));
            node.set(
                    "description",
                    ArchiveFormat.JSON.readTree(meeting.description().toJson()));
            node.set("venue", ArchiveFormat.JSON.readTree(meeting.venue().toJson()));
            node.put("first_day", meeting.firstDay().toString());
            node.put("last_day", meeting.lastDay().toString());
            node.put("zone", meeting.zone().getId());
            node.set("city", ArchiveFormat.JSON.readTree(meeting.city().toJson()));
            var languages = node.putArray("languages");
            meeting.languages().stream().sorted().forEach(languages::add);
            series.findById(meeting.series())
                    .ifPresent(s -> node.putObject("series")
                            .put("slug", s.slug().value())
                            .set("name", ArchiveFormat.JSON.readTree(s.name().toJson())));
            return node;
        }

        /** Keeps the keys that rows refer to: people are among them. */
        private void remember(KeptTable table, List<ObjectNode> rows) {
            var columns = tables.columns(table).values().stream()
                    .filter(c -> c.kind() == Cells.Kind.KEY && !c.name().equals("id"))
                    .map(Cells.Column::name)
                    .toList();
            for (var row : rows) {
                for (var column : columns) {
                    var value = row.path(column);
                    if (value.isString()) {
                        keys.add(UUID.fromString(value.stringValue()));
                    }
                }
            }
        }

        private void rows(String table, List<ObjectNode> rows) throws IOException {
            counts.put(table, rows.size());
            json(ArchiveFormat.table(table), ArchiveFormat.JSON.valueToTree(rows));
        }

        private void file(KeptTable table, KeptTable.KeptFile file, JsonNode row) throws IOException {
            zip.putNextEntry(
                    new ZipEntry(ArchiveFormat.file(table.name(), row.path("id").asString())));
            try (InputStream stored =
                    files.open(UUID.fromString(row.path(file.column()).asString()))) {
                if (file.packed()) {
                    try (var plain = new GZIPInputStream(stored)) {
                        plain.transferTo(zip);
                    }
                } else {
                    stored.transferTo(zip);
                }
            }
            zip.closeEntry();
            fileCount++;
        }

        private void manifest(int concealed) throws IOException {
            var node = ArchiveFormat.JSON.createObjectNode();
            node.put("format", ArchiveFormat.NAME);
            node.put("version", ArchiveFormat.VERSION);
            node.put("made_at", clock.instant().toString());
            node.put("concealed_proposals", concealed);
            var rows = node.putObject("rows");
            counts.forEach(rows::put);
            node.put("files", fileCount);
            json(ArchiveFormat.MANIFEST, node);
        }

        private String readMe(Language in) {
            var lines = new ArrayList<String>();
            lines.add(messages.get(
                    in, "exchange.archive.readme.what", meeting.name().text(in)));
            lines.add("");
            lines.add(messages.get(in, "exchange.archive.readme.tables"));
            counts.forEach((table, count) -> lines.add("  " + ArchiveFormat.table(table) + "  " + count));
            lines.add("");
            lines.add(messages.get(in, "exchange.archive.readme.values"));
            lines.add(messages.get(in, "exchange.archive.readme.files"));
            lines.add(messages.get(in, "exchange.archive.readme.out"));
            lines.add(messages.get(in, "exchange.archive.readme.back"));
            return String.join("\r\n", lines) + "\r\n";
        }

        private void json(String name, JsonNode node) throws IOException {
            entry(name, ArchiveFormat.JSON.writeValueAsBytes(node));
        }

        private void text(String name, String text) throws IOException {
            // With a mark, without which old editors take it for another encoding.
            entry(name, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        }

        private void entry(String name, byte[] bytes) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }
    }

    /** Nobody waited any more. */
    public static final class ArchiveCancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
