package org.caravanserai.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.caravanserai.programme.PrintableMeeting;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.Test;

class PrintedProgrammeTest {

    @Test
    void look() throws Exception {
        for (var language : List.of(Language.EN, Language.JA, Language.KK)) {
            for (var kind : PrintedKind.values()) {
                var start = System.nanoTime();
                var file = Printing.print(
                        PrintableMeeting.of(50), kind, language, List.of(Language.EN, language));
                System.out.println(kind + " " + language + " " + file.pages() + " pages " + file.bytes().length + " bytes "
                        + (System.nanoTime() - start) / 1000000 + " ms missing " + file.missing());
                Files.write(Path.of("target/" + kind.word() + "-" + language.tag() + ".pdf"), file.bytes());
            }
        }
        assertThat(true).isTrue();
    }
}
