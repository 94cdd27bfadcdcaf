package org.caravanserai.platform;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a telephone was held when it took a JPEG: tag 0x0112 of Exif 2.32, which says how to turn the pixels. It must be read
 * because it is lost with the rest of the metadata.
 */
public final class Orientation {

    private static final int TAG = 0x0112;
    private static final int NORMAL = 1;

    private Orientation() {}

    /** The orientation, 1 to 8; 1, which turns nothing, if the file does not tell. */
    public static int of(byte[] jpeg) {
        try {
            return find(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return NORMAL;
        }
    }

    private static int find(ByteBuffer jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.limit() && (jpeg.get(at) & 0xff) == 0xff) {
            int marker = jpeg.get(at + 1) & 0xff;
            int length = jpeg.getShort(at + 2) & 0xffff;
            if (marker == 0xe1 && length > 14 && jpeg.getInt(at + 4) == 0x45786966) {
                return inside(jpeg.slice(at + 10, length - 8));
            }
            if (marker == 0xda) {
                return NORMAL;
            }
            at += 2 + length;
        }
        return NORMAL;
    }

    private static int inside(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : NORMAL;
            }
        }
        return NORMAL;
    }

    /** What turns a picture of this width and height upright; from 5 on, it becomes as wide as it was high. */
    public static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
