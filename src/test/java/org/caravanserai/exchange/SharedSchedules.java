package org.caravanserai.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.zip.GZIPInputStream;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.meeting.Slug;
import org.junit.jupiter.api.Assumptions;

/** Real published agendas beside the checkout; a test that needs one skips with a message where they are absent. */
public final class SharedSchedules {

    private static final Path DATA = Path.of("../shared/data");

    private SharedSchedules() {}

    /** The unpacked bytes of a file below {@code schedules}. */
    public static byte[] bytes(String name) {
        var file = file("schedules/" + name);
        try (var in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file below the shared data. */
    public static Path file(String path) {
        var file = data().resolve(path);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not beside this checkout");
        return file;
    }

    /** A real agenda, translated as an import would. */
    public static AgendaSnapshot agenda(String name, String slug, String zone) {
        return AgendaTranslation.translate(ScheduleFile.read(bytes(name)), new Slug(slug), ZoneId.of(zone))
                .agenda();
    }

    private static Path data() {
        var stated = System.getProperty("shared.data");
        return stated == null ? DATA : Path.of(stated);
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
