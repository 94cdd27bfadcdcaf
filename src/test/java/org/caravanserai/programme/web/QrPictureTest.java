package org.caravanserai.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    @Test
    void theDrawingHasEveryDarkModuleAndAQuietZone() {
        var address = "https://meeting.example/m/astana-2027/rooms/00000000-0000-7000-8000-000000000007";
        var code = QrCode.encodeText(address, QrCode.Ecc.QUARTILE);
        var picture = QrPicture.of(address);

        var drawn = new boolean[picture.side()][picture.side()];
        var run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(picture.path());
        while (run.find()) {
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn[Integer.parseInt(run.group(2))][Integer.parseInt(run.group(1)) + i] = true;
            }
        }
        assertThat(picture.side()).isEqualTo(code.size + 8);
        for (int y = 0; y < picture.side(); y++) {
            for (int x = 0; x < picture.side(); x++) {
                assertThat(drawn[y][x]).as(x + ", " + y).isEqualTo(code.getModule(x - 4, y - 4));
            }
        }
    }
}
