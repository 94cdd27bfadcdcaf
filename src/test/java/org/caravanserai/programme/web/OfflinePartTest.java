package org.caravanserai.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.caravanserai.programme.web.OfflinePart.Cut;
import org.junit.jupiter.api.Test;

class OfflinePartTest {

    private static final List<String> NO_FRAME = List.of();

    @Test
    void aDifferenceHasWhatIsNewOrReadsOtherwiseAndNamesWhatIsGone() {
        var before = Map.of("same", page("1"), "moved", page("at nine"), "gone", page("3"));
        var after = Map.of("same", page("1"), "moved", page("at ten"), "new", page("4"));

        var difference = OfflinePart.difference(5, NO_FRAME, 3, before, after);

        assertThat(difference.pages()).containsOnlyKeys("moved", "new").containsEntry("moved", page("at ten"));
        assertThat(difference.gone()).containsExactly("gone");
        assertThat(difference.from()).isEqualTo(3);
        assertThat(difference.release()).isEqualTo(5);
    }

    @Test
    void aPageIsCutIntoTitleAndContentAndItsFrameFitsAroundThemAgain() {
        var html =
                "<head><title>Water</title></head><main id=\"content\" tabindex=\"-1\"><h1>Water</h1></main><footer>";

        var cut = Cut.of(html);
        var frame = OfflinePart.frame(html);

        assertThat(cut).isEqualTo(new Cut("Water", "<h1>Water</h1>"));
        assertThat(frame.get(0) + cut.title() + frame.get(1) + cut.main() + frame.get(2))
                .isEqualTo(html);
    }

    @Test
    void theFootOfAPageThatNamesTheReleaseStaysBehind() {
        var html = "<title>Day</title><main id=\"content\" tabindex=\"-1\"><p>Nine</p>"
                + "<footer class=\"page-foot\">Release 7</footer></main>";

        assertThat(Cut.of(html).main()).isEqualTo("<p>Nine</p>");
    }

    private static Cut page(String content) {
        return new Cut("title", content);
    }
}
