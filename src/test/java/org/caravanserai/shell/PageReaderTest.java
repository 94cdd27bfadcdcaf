package org.caravanserai.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.ZoneId;
import java.util.Locale;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PageReaderTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/m/astana-2027/programme");

    @Test
    void theAddressDecidesOnTheLanguageBeforeTheCookieAndTheCookieBeforeTheBrowser() {
        request.addPreferredLocale(Locale.forLanguageTag("ru-RU"));
        assertThat(reader().language()).isEqualTo(Language.RU);
        request.setCookies(new Cookie("lang", "uz"));
        assertThat(reader().language()).isEqualTo(Language.UZ);
        request.addParameter("lang", "tk");
        assertThat(reader().language()).isEqualTo(Language.TK);
    }

    @Test
    void aLanguageThatIsNotOursIsPassedOver() {
        request.addPreferredLocale(Locale.JAPAN);
        request.addParameter("lang", "<script>");
        assertThat(reader().language()).isEqualTo(Language.JA);
    }

    @Test
    void aZoneThatDoesNotExistIsNoZone() {
        request.addParameter("tz", "Mars/Olympus");
        assertThat(reader().zone()).isEmpty();
        request.setParameter("tz", "Asia/Tokyo");
        assertThat(reader().zone()).contains(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void changingOnePartOfAnAddressKeepsTheRest() {
        request.setQueryString("day=2027-06-08&lang=en&q=%E6%B0%B4");
        assertThat(reader().with("lang", "ja"))
                .isEqualTo("/m/astana-2027/programme?day=2027-06-08&q=%E6%B0%B4&lang=ja");
        assertThat(reader().with("q", "")).isEqualTo("/m/astana-2027/programme?day=2027-06-08&lang=en");
    }

    @Test
    void aStrangelyWrittenAddressStillHasLanguageLinks() {
        request.setQueryString("q=%&&lang=<b>&x");
        assertThat(reader().inOtherLanguages()).hasSize(8);
        assertThat(reader().inOtherLanguages().get(Language.KK))
                .endsWith("lang=kk")
                .doesNotContain("<b>");
    }

    private PageReader reader() {
        return PageReader.of(request, new Messages(), new Assets());
    }
}
