package org.caravanserai.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data beside the checkout. It is not part of the product, so a clone alone does not have it: a test that needs a file
 * which is absent says so and does not run. {@code .ci/run} has the data, and fails if any test did not run.
 */
public final class SharedData {

    private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));

    private SharedData() {}

    /** A file by its path below the data. */
    public static Path file(String path) {
        var file = DATA.resolve(path);
        Assumptions.assumeTrue(
                Files.exists(file),
                () -> "Not run: " + file + " is not beside this checkout; state its folder with -Dshared.data");
        return file;
    }

    /** A file's bytes, unpacked if its name ends in {@code .gz}; the caller closes it. */
    public static InputStream open(String path) {
        var file = file(path);
        try {
            var in = Files.newInputStream(file);
            return path.endsWith(".gz") ? new GZIPInputStream(in) : in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
