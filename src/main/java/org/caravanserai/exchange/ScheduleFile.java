package org.caravanserai.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.caravanserai.text.Refusal;

/** Reads an uploaded agenda of either format, compressed or not, after looking at its first bytes. */
final class ScheduleFile {

    /** The largest file that is read, also after it is unpacked. */
    static final int LARGEST = 30 * 1024 * 1024;

    private ScheduleFile() {}

    /**
     * The agenda in a file.
     *
     * @throws Refusal if the file is too large, broken, or no agenda
     */
    static ImportedAgenda read(byte[] file) {
        var bytes = unpack(file);
        for (var b : bytes) {
            if (b == '<') {
                return ScheduleXmlReader.read(new ByteArrayInputStream(bytes));
            }
            if (b == '{') {
                return ScheduleJsonReader.read(bytes);
            }
            // White space, a byte order mark, or the zero bytes of UTF-16 may come first.
            if (!Character.isWhitespace(b) && b != 0 && (b & 0xFF) < 0xBB) {
                break;
            }
        }
        throw Refusal.of("exchange.file.other");
    }

    private static byte[] unpack(byte[] file) {
        if (file.length > LARGEST) {
            throw Refusal.of("exchange.file.large", LARGEST / 1024 / 1024);
        }
        if (file.length < 2 || (file[0] & 0xFF) != 0x1F || (file[1] & 0xFF) != 0x8B) {
            return file;
        }
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(file))) {
            var bytes = plain.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Refusal.of("exchange.file.large", LARGEST / 1024 / 1024);
            }
            return bytes;
        } catch (IOException e) {
            throw Refusal.of("exchange.file.unpack");
        }
    }
}
