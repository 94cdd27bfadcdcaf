package org.caravanserai.people;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.caravanserai.text.Refusal;

/**
 * Makes a square portrait of whatever picture a person chose. The bytes are decoded and written anew, so that neither
 * metadata (place, camera), nor a second file hidden behind the picture, nor anything but pixels is kept.
 */
final class Portrait {

    /** The largest file that is looked at, in bytes. */
    static final int LARGEST = 10 * 1024 * 1024;

    /** The side of the square, in pixels; a smaller picture stays as small. */
    static final int SIDE = 512;

    private static final long MOST_PIXELS = 50_000_000;
    private static final int SMALLEST = 32;
    private static final float QUALITY = 0.86f;

    private Portrait() {}

    /**
     * A JPEG square.
     *
     * @throws Refusal if the file is too large, no JPEG, PNG or GIF by its bytes, has too many pixels, or is broken
     */
    static byte[] of(byte[] file) {
        if (file.length > LARGEST) {
            throw Refusal.at("picture", "profile.picture.large", LARGEST / 1024 / 1024);
        }
        var reader = ImageIO.getImageReadersByFormatName(format(file)).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            var decoded = decode(reader);
            return encode(square(decoded, isJpeg(file) ? Orientation.of(file) : 1));
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            // Decoders meet broken files with exceptions of every kind.
            throw Refusal.at("picture", "profile.picture.broken");
        } finally {
            reader.dispose();
        }
    }

    private static String format(byte[] file) {
        if (isJpeg(file)) {
            return "jpeg";
        }
        if (starts(file, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return "png";
        }
        if (starts(file, 'G', 'I', 'F', '8')) {
            return "gif";
        }
        throw Refusal.at("picture", "profile.picture.kind");
    }

    private static boolean isJpeg(byte[] file) {
        return starts(file, 0xff, 0xd8, 0xff);
    }

    private static boolean starts(byte[] file, int... magic) {
        if (file.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((file[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads the dimensions before any pixel, and no more pixels than a portrait needs. */
    private static BufferedImage decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw Refusal.at("picture", "profile.picture.pixels", MOST_PIXELS / 1_000_000);
        }
        if (Math.min(width, height) < SMALLEST) {
            throw Refusal.at("picture", "profile.picture.small", SMALLEST);
        }
        var param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.min(width, height) / (2 * SIDE));
        param.setSourceSubsampling(step, step, 0, 0);
        int shorter = Math.min(width, height);
        param.setSourceRegion(new java.awt.Rectangle((width - shorter) / 2, (height - shorter) / 2, shorter, shorter));
        return reader.read(0, param);
    }

    private static BufferedImage square(BufferedImage picture, int orientation) {
        int from = Math.min(picture.getWidth(), picture.getHeight());
        int side = Math.min(SIDE, from);
        var out = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var graphics = out.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, side, side);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            var upright = Orientation.upright(orientation, side);
            upright.concatenate(AffineTransform.getScaleInstance((double) side / from, (double) side / from));
            graphics.drawImage(picture, upright, null);
        } finally {
            graphics.dispose();
        }
        return out;
    }

    private static byte[] encode(BufferedImage square) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(square, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
