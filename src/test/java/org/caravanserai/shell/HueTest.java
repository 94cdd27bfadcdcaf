package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HueTest {

    @Test
    void theNearestOfSixteenHuesMarksATopicAllRoundTheCircle() {
        assertThat(Hue.of(0)).isEqualTo("hue-0");
        assertThat(Hue.of(23)).isEqualTo("hue-1");
        assertThat(Hue.of(355)).isEqualTo("hue-0");
        assertThat(Hue.of(360)).isEqualTo("hue-0");
        assertThat(Hue.of(-1)).isEqualTo("hue-0");
    }

    @Test
    void darkIsTheSameWhetherChosenOrAskedForByTheDevice() throws IOException {
        var css = Files.readString(Path.of("frontend/styles/tokens.css"));
        var chosen =
                css.substring(css.indexOf(":root[data-theme=\"dark\"]"), css.indexOf("@media (prefers-color-scheme"));
        var device = css.substring(css.indexOf("@media (prefers-color-scheme"), css.indexOf(":lang(ja)"));

        assertThat(values(chosen)).isNotEmpty().isEqualTo(values(device));
    }

    private static java.util.List<String> values(String block) {
        return Pattern.compile("--[a-z0-9-]+: [^;]+;")
                .matcher(block)
                .results()
                .map(r -> r.group())
                .toList();
    }
}
