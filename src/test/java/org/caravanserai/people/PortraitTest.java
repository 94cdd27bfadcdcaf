package org.caravanserai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void aPictureBecomesASquareJpegOfAtMost512Pixels(String format) throws IOException {
        var square = read(Portrait.of(picture(1600, 900, format)));

        assertThat(square.getWidth()).isEqualTo(square.getHeight()).isEqualTo(Portrait.SIDE);
    }

    @Test
    void theSquareIsTheMiddle() throws IOException {
        var square = read(Portrait.of(picture(1600, 900, "png")));

        // The picture is red, with a blue stripe at each end that the square leaves out.
        assertThat(new Color(square.getRGB(4, 256)).getRed()).isGreaterThan(200);
        assertThat(new Color(square.getRGB(507, 256)).getRed()).isGreaterThan(200);
    }

    @Test
    void aSmallPictureStaysSmall() throws IOException {
        assertThat(read(Portrait.of(picture(100, 60, "png"))).getWidth()).isEqualTo(60);
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        var clear = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        assertThat(new Color(read(Portrait.of(bytes(clear, "png"))).getRGB(32, 32)))
                .isEqualTo(Color.WHITE);
    }

    @Test
    void aTelephonesPictureIsTurnedUprightAndItsPlaceForgotten() throws IOException {
        var lying = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        var graphics = lying.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 100, 50);
        graphics.dispose();
        var jpeg = withExif(bytes(lying, "jpeg"), 6, "SECRET PLACE");

        var made = Portrait.of(jpeg);

        // Orientation 6: the top of the pixels is the right side of the picture.
        assertThat(new Color(read(made).getRGB(90, 50)).getRed()).isGreaterThan(200);
        assertThat(new Color(read(made).getRGB(10, 50)).getRed()).isLessThan(60);
        assertThat(new String(made, StandardCharsets.ISO_8859_1))
                .doesNotContain("SECRET")
                .doesNotContain("Exif");
    }

    @Test
    void whatHidesBehindAPictureIsNotKept() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(picture(200, 200, "jpeg"));
        out.write("<script>alert(1)</script>PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new String(Portrait.of(out.toByteArray()), StandardCharsets.ISO_8859_1))
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
                "<html><img src=x onerror=alert(1)>",
                "%PDF-1.7",
                "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ",
                "BM",
                ""
            })
    void whatIsNoJpegPngOrGifByItsBytesIsRefused(String file) {
        assertThat(refusal(file.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("profile.picture.kind");
    }

    @Test
    void aBombIsRefusedByItsDimensionsBeforeAnyPixelIsRead() {
        assertThat(refusal(pngHeader(60_000, 60_000))).isEqualTo("profile.picture.pixels");
        assertThat(refusal(pngHeader(Integer.MAX_VALUE, 2))).isIn("profile.picture.pixels", "profile.picture.broken");
    }

    @Test
    void aBrokenFileIsRefused() throws IOException {
        var whole = picture(400, 400, "png");
        assertThat(refusal(java.util.Arrays.copyOf(whole, whole.length / 3))).isEqualTo("profile.picture.broken");
        assertThat(refusal(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})).isEqualTo("profile.picture.broken");
        assertThat(refusal("GIF89a".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("profile.picture.broken");
    }

    @Test
    void whatIsTooLargeOrTooSmallIsRefused() throws IOException {
        assertThat(refusal(new byte[Portrait.LARGEST + 1])).isEqualTo("profile.picture.large");
        assertThat(refusal(picture(300, 8, "png"))).isEqualTo("profile.picture.small");
    }

    private static String refusal(byte[] file) {
        return catchThrowableOfType(Refusal.class, () -> Portrait.of(file)).key();
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        assertThat(jpeg).startsWith(0xff, 0xd8, 0xff);
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    static byte[] picture(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        int middle = Math.min(width, height);
        graphics.fillRect((width - middle) / 2, (height - middle) / 2, middle, middle);
        graphics.dispose();
        return bytes(image, format);
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, int orientation, String comment) {
        var text = comment.getBytes(StandardCharsets.ISO_8859_1);
        var tiff = ByteBuffer.allocate(26 + text.length);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(text);
        var out = ByteBuffer.allocate(jpeg.length + 10 + tiff.capacity());
        out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (8 + tiff.capacity()));
        out.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(tiff.array());
        out.put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    private static byte[] pngHeader(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(header);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a})
                .putInt(13)
                .put(header)
                .putInt((int) sum.getValue())
                .array();
    }
}
