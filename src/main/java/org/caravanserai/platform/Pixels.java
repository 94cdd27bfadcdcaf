package org.caravanserai.platform;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What pictures that people upload are by their bytes, and how those are written that we make of them. */
public final class Pixels {

    private Pixels() {}

    /** Whether these are the bytes of a JPEG. */
    public static boolean isJpeg(byte[] file) {
        return starts(file, 0xff, 0xd8, 0xff);
    }

    /** Whether these are the bytes of a PNG. */
    public static boolean isPng(byte[] file) {
        return starts(file, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a);
    }

    /** Whether a file begins with these bytes. */
    public static boolean starts(byte[] file, int... magic) {
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

    /**
     * A JPEG of pixels and nothing else.
     *
     * @param quality from 0 to 1
     */
    public static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
