package org.caravanserai.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import org.caravanserai.platform.Ids;
import org.caravanserai.programme.PublishedMeetings;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the stars stand that a script lays over the programme. */
class StarsEndToEndTest extends InBrowser {

    @Autowired
    PublishedMeetings published;

    @ParameterizedTest
    @ValueSource(strings = {"", "?form=grid", "?form=list"})
    void eachStarStandsAtItsSessionAlsoOnAPhone(String form) {
        var slug = "s" + Ids.code().toLowerCase(Locale.ROOT);
        published.publish(PublishedMeetings.tokyo(slug));
        for (var reader : new Browser.Reader[] {Browser.Reader.atDesk().onPhone(), Browser.Reader.atDesk()}) {
            var page = newPage(reader);
            page.navigate("/m/" + slug + "/programme" + form);
            page.locator("main button.star").first().waitFor();
            var sessions = page.locator("main .session.can-star").all();
            assertThat(sessions).isNotEmpty();
            assertThat(sessions).allSatisfy(StarsEndToEndTest::holdsItsStar);
        }
    }

    private static void holdsItsStar(Locator session) {
        var around = session.boundingBox();
        var star = session.locator("button.star").boundingBox();
        assertThat(star.y).isBetween(around.y - 1, around.y + around.height);
        assertThat(star.x + star.width).isLessThanOrEqualTo(around.x + around.width + 1);
    }
}
