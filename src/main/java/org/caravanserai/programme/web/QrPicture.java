package org.caravanserai.programme.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as a drawing of ours.
 *
 * @param side its width and height in modules, with the quiet zone that readers need
 * @param path the dark modules as an SVG path
 */
public record QrPicture(int side, String path) {

    private static final int QUIET = 4;

    /** A code that leads to an address; a quarter of it may be damaged. */
    static QrPicture of(String address) {
        var code = QrCode.encodeText(address, QrCode.Ecc.QUARTILE);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    var from = x;
                    while (x + 1 < code.size && code.getModule(x + 1, y)) {
                        x++;
                    }
                    var width = x - from + 1;
                    path.append('M')
                            .append(from + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append('h')
                            .append(width)
                            .append("v1h-")
                            .append(width)
                            .append('z');
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
