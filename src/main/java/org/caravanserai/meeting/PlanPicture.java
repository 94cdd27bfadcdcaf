package org.caravanserai.meeting;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.caravanserai.platform.Orientation;
import org.caravanserai.platform.Pixels;
import org.caravanserai.text.Refusal;

/**
 * The picture of a plan as it is kept: a PNG or JPEG is decoded and written anew, of a WebP only what draws it is taken over,
 * so that neither metadata (place, camera) nor anything hidden behind the picture reaches readers.
 *
 * @param width in pixels
 * @param height in pixels
 */
record PlanPicture(String mediaType, byte[] bytes, int width, int height) {

    /** The largest file that is looked at, in bytes. */
    static final int LARGEST = 10 * 1024 * 1024;

    /** The longer side, in pixels; a smaller picture stays as small. */
    static final int LONGEST_SIDE = 2000;

    /** The most bytes that a reader has to load. */
    private static final int HEAVIEST = 1536 * 1024;

    private static final long MOST_PIXELS = 50_000_000;
    private static final int SMALLEST = 100;
    private static final float QUALITY = 0.82f;

    /** @throws Refusal if the file is too large or small, no PNG, JPEG or WebP by its bytes, or broken */
    static PlanPicture of(byte[] file) {
        if (file.length > LARGEST) {
            throw Refusal.at("picture", "profile.picture.large", LARGEST / 1024 / 1024);
        }
        try {
            var made = StillWebp.is(file) ? StillWebp.of(file) : drawn(file);
            if (made.bytes.length > HEAVIEST) {
                throw Refusal.at("picture", "programme.plan.heavy");
            }
            return made;
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            // Decoders meet broken files with exceptions of every kind.
            throw Refusal.at("picture", "profile.picture.broken");
        }
    }

    /** @throws Refusal if it has too many pixels or too few */
    static void requireSize(int width, int height) {
        if ((long) width * height > MOST_PIXELS) {
            throw Refusal.at("picture", "profile.picture.pixels", MOST_PIXELS / 1_000_000);
        }
        if (Math.min(width, height) < SMALLEST) {
            throw Refusal.at("picture", "profile.picture.small", SMALLEST);
        }
    }

    private static PlanPicture drawn(byte[] file) throws IOException {
        var jpeg = Pixels.isJpeg(file);
        if (!jpeg && !Pixels.isPng(file)) {
            throw Refusal.at("picture", "programme.plan.kind");
        }
        var reader = ImageIO.getImageReadersByFormatName(jpeg ? "jpeg" : "png").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            // The dimensions are read before any pixel.
            requireSize(reader.getWidth(0), reader.getHeight(0));
            var step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * LONGEST_SIDE));
            var param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            var picture = scaled(reader.read(0, param), jpeg ? Orientation.of(file) : 1);
            return jpeg
                    ? new PlanPicture(
                            "image/jpeg", Pixels.jpeg(picture, QUALITY), picture.getWidth(), picture.getHeight())
                    : new PlanPicture("image/png", png(picture), picture.getWidth(), picture.getHeight());
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage picture, int orientation) {
        var scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var lies = orientation > 4;
        var out = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        var graphics = out.createGraphics();
        try {
            // A plan drawn on nothing is drawn on paper: black lines would be lost on a dark page.
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, out.getWidth(), out.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            var upright = Orientation.upright(orientation, width, height);
            upright.concatenate(AffineTransform.getScaleInstance(
                    (double) width / picture.getWidth(), (double) height / picture.getHeight()));
            graphics.drawImage(picture, upright, null);
        } finally {
            graphics.dispose();
        }
        return out;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
