package org.caravanserai.people;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.caravanserai.platform.Orientation;
import org.caravanserai.platform.Pixels;
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
            return Pixels.jpeg(square(decoded, Pixels.isJpeg(file) ? Orientation.of(file) : 1), QUALITY);
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
        if (Pixels.isJpeg(file)) {
            return "jpeg";
        }
        if (Pixels.isPng(file)) {
            return "png";
        }
        if (Pixels.starts(file, 'G', 'I', 'F', '8')) {
            return "gif";
        }
        throw Refusal.at("picture", "profile.picture.kind");
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
            var upright = Orientation.upright(orientation, side, side);
            upright.concatenate(AffineTransform.getScaleInstance((double) side / from, (double) side / from));
            graphics.drawImage(picture, upright, null);
        } finally {
            graphics.dispose();
        }
        return out;
    }
}
