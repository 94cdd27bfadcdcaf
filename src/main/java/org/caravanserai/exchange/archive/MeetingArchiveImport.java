package org.caravanserai.exchange.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.exchange.AsciiNames;
import org.caravanserai.exchange.Oddity;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFounding;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Series;
import org.caravanserai.meeting.SeriesCollection;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.Administrators;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.KeptTable;
import org.caravanserai.platform.StoredFiles;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a meeting of an archive, whole or not at all. All that comes in gets keys of its own; people become people without
 * an account, and nobody gets a role by a file but whoever imports, who becomes the meeting's organiser.
 */
@Service
public class MeetingArchiveImport {

    /** The largest archive that may be uploaded, in bytes. */
    public static final long LARGEST = 1024L * 1024 * 1024;

    private static final long LARGEST_FILE = 64L * 1024 * 1024;

    private final KeptTables tables;
    private final MeetingFounding founding;
    private final SeriesCollection series;
    private final StoredFiles files;
    private final ArchiveCheck check;
    private final AuditTrail trail;
    private final JdbcClient jdbc;

    MeetingArchiveImport(
            KeptTables tables,
            MeetingFounding founding,
            SeriesCollection series,
            StoredFiles files,
            ArchiveCheck check,
            AuditTrail trail,
            JdbcClient jdbc) {
        this.tables = tables;
        this.founding = founding;
        this.series = series;
        this.files = files;
        this.check = check;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** What an archive holds, by its tables. */
    public record Preview(
            LocalizedText title,
            String suggestedSlug,
            LocalDate firstDay,
            LocalDate lastDay,
            ZoneId zone,
            int proposals,
            int sessions,
            int people) {}

    /** The new meeting, not yet open to the public, and all that was odd in the archive. */
    public record Imported(MeetingId meeting, String slug, int sessions, List<Oddity> oddities) {}

    /**
     * Looks into an archive without keeping anything of it.
     *
     * @throws Refusal if it is none, or a damaged one
     */
    @Administrators
    @Transactional(readOnly = true)
    public Preview look(Path file) {
        try (var archive = ArchiveFile.open(file)) {
            var about = archive.object(ArchiveFormat.MEETING);
            return new Preview(
                    text(about, "name"),
                    AsciiNames.slug(words(about, "slug"), "meeting"),
                    day(about, "first_day"),
                    day(about, "last_day"),
                    zone(about),
                    archive.rows(ArchiveFormat.table("proposal")).size(),
                    archive.rows(ArchiveFormat.table("session")).size(),
                    archive.rows(ArchiveFormat.table("person")).size());
        }
    }

    /**
     * Makes a meeting of an archive.
     *
     * @param slug the meeting's address
     * @throws Refusal if it is no archive, something in it cannot be, or the address is taken; nothing is kept then
     */
    @Administrators
    @Transactional
    public Imported take(Path file, Slug slug) {
        try (var archive = ArchiveFile.open(file)) {
            return new Taking(archive, slug).take();
        }
    }

    private final class Taking {

        private final ArchiveFile archive;
        private final Slug slug;
        private final NewKeys keys = new NewKeys();
        private final List<Oddity> oddities = new ArrayList<>();

        Taking(ArchiveFile archive, Slug slug) {
            this.archive = archive;
            this.slug = slug;
        }

        private record Read(KeptTable table, ArchiveRows rows, List<ArchiveRows.Placed> placed) {}

        Imported take() {
            var about = archive.object(ArchiveFormat.MEETING);
            var meeting = founding.save(meeting(about));
            keys.put(key(about), meeting.key());
            var read = new ArrayList<Read>();
            read.add(read(KeptTables.PEOPLE));
            people(read.getFirst());
            for (var table : tables.all()) {
                if (table.use() == KeptTable.Use.TAKEN) {
                    read.add(read(table));
                } else {
                    archive.rows(ArchiveFormat.table(table.name()));
                }
            }
            read.forEach(this::codes);
            for (var each : read) {
                each.table().file().ifPresent(kept -> store(each, kept, words(about, "slug")));
                each.rows().insert(each.placed());
            }
            archive.unread().forEach(name -> oddities.add(new Oddity(Oddity.Kind.UNKNOWN_PART, name, "")));
            read.forEach(each -> check.loads(each.table(), keysOf(each)));
            var sessions = read.stream()
                    .filter(each -> each.table().name().equals("session"))
                    .mapToInt(each -> each.placed().size())
                    .sum();
            trail.record(
                    "imported",
                    "Meeting",
                    meeting.key(),
                    ArchiveFormat.JSON
                            .createObjectNode()
                            .put("slug", slug.value())
                            .put("sessions", sessions)
                            .toString());
            return new Imported(meeting.id(), slug.value(), sessions, List.copyOf(oddities));
        }

        private Meeting meeting(ObjectNode about) {
            var name = text(about, "name");
            var part = about.path("series");
            var seriesSlug = AsciiNames.slug(part.path("slug").asString(""), slug.value());
            var seriesName = localized(part.path("name"));
            var belongs = series.findBySlug(seriesSlug)
                    .orElseGet(() ->
                            series.save(new Series(new Slug(seriesSlug), seriesName.isEmpty() ? name : seriesName)));
            var meeting = new Meeting(
                    slug,
                    belongs.key(),
                    name,
                    day(about, "first_day"),
                    day(about, "last_day"),
                    zone(about),
                    text(about, "city"));
            meeting.describe(name, localized(about.path("description")));
            meeting.holdAt(localized(about.path("venue")));
            var languages = new LinkedHashSet<String>();
            about.path("languages")
                    .forEach(tag -> Language.ofTag(tag.asString("")).ifPresent(l -> languages.add(l.tag())));
            if (!languages.isEmpty()) {
                meeting.speak(languages);
            }
            return meeting;
        }

        private Read read(KeptTable table) {
            var rows = new ArchiveRows(jdbc, table, tables.columns(table), keys, oddities::add);
            return new Read(table, rows, rows.place(archive.rows(ArchiveFormat.table(table.name()))));
        }

        /** People get codes of their own, and the institutions that are known here. */
        private void people(Read people) {
            var institutions = tables.institutions("ror", "id");
            for (var placed : people.placed()) {
                KeptTables.rename(placed.row(), institutions);
                var institution = placed.row().path("institution");
                if (institution.isString()) {
                    var key = UUID.fromString(institution.stringValue());
                    keys.put(key, key);
                }
                var code = Ids.code();
                keys.code(placed.row().path("code").asString(""), code);
                placed.row().put("code", code);
            }
        }

        /** A proposal's code is the only one of its kind: one that is in use here is made anew. */
        private void codes(Read read) {
            if (!read.table().name().equals("proposal")) {
                return;
            }
            var taken = new HashSet<>(jdbc.sql("select code from proposal")
                    .query((row, number) -> row.getString(1))
                    .list());
            for (var placed : read.placed()) {
                var code = placed.row().path("code").asString("");
                if (!code.matches("[0-9A-Z]{6}") || !taken.add(code)) {
                    placed.row().put("code", Ids.code());
                    oddities.add(new Oddity(
                            Oddity.Kind.IDENTIFIER, ArchiveFormat.table("proposal") + " " + placed.number(), code));
                }
            }
        }

        private void store(Read read, KeptTable.KeptFile kept, String oldSlug) {
            for (var placed : read.placed()) {
                var name = ArchiveFormat.file(
                        read.table().name(), placed.row().path("id").asString(""));
                var bytes = archive.bytes(name, kept.packed() ? ArchiveFormat.LARGEST_TABLE : LARGEST_FILE);
                if (kept.packed()) {
                    bytes = packed(agenda(name, bytes, oldSlug));
                } else if (placed.row().has("bytes")) {
                    placed.row().put("bytes", bytes.length);
                }
                var stored = files.store(new ByteArrayInputStream(bytes));
                keys.put(stored, stored);
                placed.row().put(kept.column(), stored.toString());
            }
        }

        private byte[] agenda(String name, byte[] bytes, String oldSlug) {
            try {
                var json = keys.inAgenda(new String(bytes, StandardCharsets.UTF_8));
                var agenda = ArchiveFormat.JSON.readValue(json, AgendaSnapshot.class);
                var part = agenda.meeting();
                var moved = part.slug().equals(oldSlug)
                        ? new AgendaSnapshot.MeetingPart(
                                slug.value(),
                                part.name(),
                                part.description(),
                                part.firstDay(),
                                part.lastDay(),
                                part.zone(),
                                part.city())
                        : part;
                return COMPACT.writeValueAsBytes(new AgendaSnapshot(
                        moved, agenda.rooms(), agenda.topics(), agenda.types(), agenda.people(), agenda.sessions()));
            } catch (JacksonException | IllegalArgumentException e) {
                throw Refusal.of("exchange.archive.entry", name);
            }
        }
    }

    private static final tools.jackson.databind.json.JsonMapper COMPACT =
            tools.jackson.databind.json.JsonMapper.builder().build();

    private static List<UUID> keysOf(Taking.Read read) {
        return read.placed().stream().flatMap(p -> p.key().stream()).toList();
    }

    private static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static UUID key(ObjectNode about) {
        try {
            return UUID.fromString(words(about, "id"));
        } catch (IllegalArgumentException e) {
            throw about("id");
        }
    }

    private static LocalDate day(ObjectNode about, String name) {
        try {
            var day = LocalDate.parse(words(about, name));
            if (day.getYear() < 1900 || day.getYear() > 2200) {
                throw about(name);
            }
            return day;
        } catch (DateTimeException e) {
            throw about(name);
        }
    }

    private static ZoneId zone(ObjectNode about) {
        try {
            return ZoneId.of(words(about, "zone"));
        } catch (DateTimeException e) {
            throw about("zone");
        }
    }

    private static LocalizedText text(ObjectNode about, String name) {
        var text = localized(about.path(name));
        if (text.isEmpty()) {
            throw about(name);
        }
        return text;
    }

    private static LocalizedText localized(JsonNode node) {
        var texts = new java.util.HashMap<String, String>();
        node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString("")));
        return LocalizedText.ofTags(texts);
    }

    private static String words(ObjectNode about, String name) {
        return about.path(name).asString("");
    }

    private static Refusal about(String name) {
        return Refusal.of("exchange.archive.value", ArchiveFormat.MEETING, 1, name);
    }
}
