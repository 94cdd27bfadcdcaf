package org.caravanserai.gathering.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import org.caravanserai.gathering.poll.PollInviting;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People with browsers in Tokyo, Almaty and Bishkek open the same polls of the demonstration on their phones. */
class PollZonesEndToEndTest extends InBrowser {

    private static final List<Browser.Reader> READERS = List.of(
            Browser.Reader.atDesk().from("ja-JP", "Asia/Tokyo").onPhone(),
            Browser.Reader.atDesk().from("kk-KZ", "Asia/Almaty").onPhone(),
            Browser.Reader.atDesk().from("ky-KG", "Asia/Bishkek").onPhone());

    @Autowired
    PollInviting inviting;

    @Autowired
    PollReading reading;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSamePollShowsTheSameInstantsOnThreeClocks() {
        var clocks = READERS.stream()
                .map(reader -> {
                    var page = opened("Steering group%", reader);
                    page.waitForURL("**tz=**");
                    return page;
                })
                .toList();

        assertThat(clocks.stream().map(PollZonesEndToEndTest::instants).distinct())
                .hasSize(1);
        assertThat(first(clocks.get(0))).contains("14:00");
        assertThat(first(clocks.get(1))).contains("10:00");
        assertThat(first(clocks.get(2))).contains("11:00");
        clocks.forEach(page -> {
            fits(page);
            var target = page.locator(".poll-choice").first().boundingBox();
            assertThat(Math.min(target.height, target.width)).isGreaterThanOrEqualTo(44);
        });
        Browser.assertAccessible(clocks.getFirst(), "a poll on a phone in Tokyo");
        Browser.keep(clocks.getFirst(), "poll-tokyo");
        assertThat(faults()).isEmpty();
    }

    @Test
    void aPollAboutDaysShowsTheSameDaysEverywhere() {
        var days = READERS.stream()
                .map(reader -> instants(opened("Field trip%", reader)))
                .distinct()
                .toList();

        assertThat(days).hasSize(1);
        assertThat(days.getFirst()).hasSize(3).allMatch(day -> day.matches("\\d{4}-\\d{2}-\\d{2}"));
    }

    @Test
    void itIsAnsweredWithoutScriptsAndTheOrganiserSeesIt() {
        var page = opened("Steering group%", READERS.getFirst().withoutScripts());
        page.locator(".poll-YES").first().click();
        page.locator(".actions button").click();

        page.locator("[role=status].done").waitFor();
        assertThat(page.locator("input:checked").count()).isEqualTo(1);
    }

    /** A new guest's page of a poll of the demonstration. */
    private Page opened(String title, Browser.Reader reader) {
        var code = jdbc.sql("select code from poll where title like :title")
                .param("title", title)
                .query(String.class)
                .single();
        var organiser = new PersonId(jdbc.sql("select organiser from poll where code = :code")
                .param("code", code)
                .query(java.util.UUID.class)
                .single());
        var name = "Guest " + Ids.code();
        var link = Acting.as(organiser, () -> {
            var poll = reading.organised(code).orElseThrow();
            inviting.invite(poll.id(), name, Optional.empty(), Language.EN);
            var guest = reading.organised(code).orElseThrow().guests().getLast();
            return inviting.link(poll.id(), guest.key());
        });
        var page = newPage(reader);
        page.navigate(link.substring(link.indexOf("/poll/")));
        return page;
    }

    private static List<String> instants(Page page) {
        return page.locator("legend time").all().stream()
                .map(time -> time.getAttribute("datetime"))
                .toList();
    }

    private static String first(Page page) {
        return page.locator("legend").first().innerText();
    }
}
