package org.caravanserai.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small dumps of the registry, whole and broken, for tests. */
final class RorDumps {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private RorDumps() {}

    /** A right ROR id made of a number. */
    static String ror(int number) {
        var letters = new StringBuilder();
        for (int rest = number, i = 0; i < 6; i++, rest /= 32) {
            letters.insert(0, DIGITS.charAt(rest % 32));
        }
        return "0" + letters + "%02d".formatted(98 - (number * 100L) % 97);
    }

    /** A record with a state, a name, and perhaps a parent. */
    static String record(String ror, String status, String name, String parent) {
        return """
                {"id":"https://ror.org/%s","status":"%s","types":["education","unheard-of"],"established":1934,
                 "names":[{"lang":"en","types":["ror_display","label"],"value":"%s"},
                          {"lang":"kk","types":["label"],"value":"Сынақ %s"},
                          {"lang":null,"types":["acronym"],"value":"Q%s"}],
                 "links":[{"type":"website","value":"https://example.org"},{"type":"website","value":"javascript:alert(1)"}],
                 "locations":[{"geonames_id":1,"geonames_details":{"country_code":"KZ","name":"Almaty","lat":43.25,"lng":76.9}}],
                 "relationships":[%s]}""".formatted(
                        ror,
                        status,
                        name,
                        name,
                        ror,
                        parent.isEmpty()
                                ? ""
                                : "{\"type\":\"parent\",\"id\":\"https://ror.org/" + parent + "\",\"label\":\"x\"}");
    }

    static Path file(byte[] bytes) {
        try {
            var file = Files.createTempFile("dump", ".bin");
            file.toFile().deleteOnExit();
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zip(String name, byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("v1-ror-data.csv"));
            zip.write("id,name".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
