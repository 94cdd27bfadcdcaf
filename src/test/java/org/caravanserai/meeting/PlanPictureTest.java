package org.caravanserai.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanPictureTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aLargePlanIsMadeSmallerAndKeepsItsShape(String format) throws IOException {
        var made = PlanPicture.of(picture(5000, 2500, format));

        assertThat(made.width()).isEqualTo(PlanPicture.LONGEST_SIDE);
        assertThat(made.height()).isEqualTo(PlanPicture.LONGEST_SIDE / 2);
        assertThat(made.mediaType()).isEqualTo("image/" + format);
        assertThat(ImageIO.read(new ByteArrayInputStream(made.bytes())).getWidth())
                .isEqualTo(made.width());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void whatHidesBehindAPictureIsNotKept(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(picture(300, 200, format));
        out.write("<script>SECRET</script>".getBytes(StandardCharsets.US_ASCII));

        assertThat(text(PlanPicture.of(out.toByteArray()).bytes())).doesNotContain("SECRET");
    }

    @Test
    void blackLinesOnNothingAreDrawnOnPaper() throws IOException {
        var clear = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        var out = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", out);

        var made = ImageIO.read(
                new ByteArrayInputStream(PlanPicture.of(out.toByteArray()).bytes()));

        assertThat(new Color(made.getRGB(100, 100))).isEqualTo(Color.WHITE);
    }

    @Test
    void ofAWebpOnlyWhatDrawsItIsKept() {
        var made = PlanPicture.of(webp(
                chunk("VP8X", 0x1c, 0, 0, 0, 0x2b, 1, 0, 0xc7, 0, 0),
                chunk("ICCP", 'S', 'E', 'C', 'R', 'E', 'T'),
                // 300 by 200 points.
                lossless(300, 200),
                chunk("EXIF", 'S', 'E', 'C', 'R', 'E', 'T', '!')));

        assertThat(made.mediaType()).isEqualTo("image/webp");
        assertThat(made.width()).isEqualTo(300);
        assertThat(made.height()).isEqualTo(200);
        assertThat(text(made.bytes()))
                .startsWith("RIFF")
                .contains("VP8L", "VP8X")
                .doesNotContain("EXIF", "ICCP", "SECRET");
        assertThat(ByteBuffer.wrap(made.bytes()).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(made.bytes().length - 8);
        // The file says that it holds no metadata any more, only transparency.
        assertThat(made.bytes()[20]).isEqualTo((byte) 0x10);
    }

    @Test
    void whatIsNoStillPictureIsRefused() throws IOException {
        refused("<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII));
        refused(new byte[0]);
        refused(picture(40, 40, "png"));
        refused(java.util.Arrays.copyOf(picture(300, 200, "png"), 200));
        refused(webp(chunk("VP8X", 0x02, 0, 0, 0, 1, 0, 0, 1, 0, 0), lossless(300, 200)));
        refused(webp(chunk("EXIF", 1, 2)));
        refused("RIFF\u00ff\u00ff\u00ff\u007fWEBPVP8L\u00ff\u00ff\u00ff\u007f".getBytes(StandardCharsets.ISO_8859_1));
        refused(new byte[PlanPicture.LARGEST + 1]);
    }

    @Test
    void aPictureThatIsTooHeavyForSlowLinesIsRefused() throws IOException {
        var noise = new BufferedImage(1500, 1500, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int i = 0; i < 1500 * 1500; i++) {
            noise.setRGB(i % 1500, i / 1500, random.nextInt());
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", out);

        refused(out.toByteArray());
    }

    private static void refused(byte[] file) {
        assertThatThrownBy(() -> PlanPicture.of(file)).isInstanceOf(Refusal.class);
    }

    private static byte[] lossless(int width, int height) {
        var bits = (width - 1) | (height - 1) << 14;
        return chunk("VP8L", 0x2f, bits & 0xff, bits >> 8 & 0xff, bits >> 16 & 0xff, bits >> 24 & 0xff, 7);
    }

    private static byte[] chunk(String kind, int... body) {
        var chunk = ByteBuffer.allocate(8 + body.length + (body.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(kind.getBytes(StandardCharsets.US_ASCII)).putInt(body.length);
        for (var b : body) {
            chunk.put((byte) b);
        }
        return chunk.array();
    }

    private static byte[] webp(byte[]... chunks) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (var chunk : chunks) {
            out.writeBytes(chunk);
        }
        return ByteBuffer.allocate(8 + out.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(out.size())
                .put(out.toByteArray())
                .array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A red picture. */
    static byte[] picture(int width, int height, String format) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }
}
