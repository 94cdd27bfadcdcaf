package org.caravanserai.meeting;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.caravanserai.platform.Pixels;
import org.caravanserai.text.Refusal;

/**
 * A WebP (RFC 9649) without all that does not draw it: Java cannot decode one, so its chunks are copied, those of the picture
 * and its transparency, and whatever else stands in the file stays behind.
 */
final class StillWebp {

    private static final int HEAD = 12;
    private static final int CHUNK = 8;

    /** Transparency is the only one of the flags whose chunk is taken over. */
    private static final int ALPHA = 0x10;

    private static final int ANIMATED = 0x02;

    private StillWebp() {}

    /** Whether these are the bytes of a WebP. */
    static boolean is(byte[] file) {
        return Pixels.starts(file, 'R', 'I', 'F', 'F')
                && file.length > HEAD
                && fourLetters(file, 8).equals("WEBP");
    }

    /** @throws Refusal if it moves, is broken, or has too many pixels or too few */
    static PlanPicture of(byte[] file) {
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        var kept = new ByteArrayOutputStream(file.length);
        var width = 0;
        var height = 0;
        for (int at = HEAD; at + CHUNK <= file.length; ) {
            var kind = fourLetters(file, at);
            var length = in.getInt(at + 4);
            var body = at + CHUNK;
            if (length < 0 || length > file.length - body) {
                throw broken();
            }
            switch (kind) {
                case "VP8X" -> {
                    if ((file[body] & ANIMATED) != 0) {
                        throw Refusal.at("picture", "programme.plan.kind");
                    }
                    var flags = ByteBuffer.allocate(length).put(file, body, length);
                    flags.put(0, (byte) (file[body] & ALPHA));
                    chunk(kept, kind, flags.array(), 0, length);
                }
                case "ALPH" -> chunk(kept, kind, file, body, length);
                case "VP8 " -> {
                    // RFC 6386, 9.1: after three bytes of frame tag and a start code.
                    if (length < 10 || !Pixels.starts(slice(file, body + 3, 3), 0x9d, 0x01, 0x2a)) {
                        throw broken();
                    }
                    width = in.getShort(body + 6) & 0x3fff;
                    height = in.getShort(body + 8) & 0x3fff;
                    chunk(kept, kind, file, body, length);
                }
                case "VP8L" -> {
                    if (length < 5 || file[body] != 0x2f) {
                        throw broken();
                    }
                    var bits = in.getInt(body + 1);
                    width = (bits & 0x3fff) + 1;
                    height = (bits >> 14 & 0x3fff) + 1;
                    chunk(kept, kind, file, body, length);
                }
                default -> {
                    // Colour profiles, cameras, places and whatever else is called so.
                }
            }
            at = body + length + (length & 1);
        }
        if (width == 0) {
            throw broken();
        }
        PlanPicture.requireSize(width, height);
        var made = ByteBuffer.allocate(HEAD + kept.size()).order(ByteOrder.LITTLE_ENDIAN);
        made.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + kept.size());
        made.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(kept.toByteArray());
        return new PlanPicture("image/webp", made.array(), width, height);
    }

    private static void chunk(ByteArrayOutputStream out, String kind, byte[] from, int at, int length) {
        out.writeBytes(kind.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array());
        out.write(from, at, length);
        if ((length & 1) == 1) {
            out.write(0);
        }
    }

    private static byte[] slice(byte[] file, int at, int length) {
        return java.util.Arrays.copyOfRange(file, at, at + length);
    }

    private static String fourLetters(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.US_ASCII);
    }

    private static Refusal broken() {
        return Refusal.at("picture", "profile.picture.broken");
    }
}
