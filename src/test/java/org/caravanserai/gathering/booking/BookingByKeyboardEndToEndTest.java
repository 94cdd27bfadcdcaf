package org.caravanserai.gathering.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.caravanserai.gathering.finding.DaySpans;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Browser;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.Test;

/** A guest books with the keys alone, on a screen as narrow as a phone's. */
class BookingByKeyboardEndToEndTest extends BookingInBrowser {

    @Test
    void whoseSlotIsGoneTakesAnotherAndGivesItUp() {
        Acting.as(host, () -> {
            var own = officeHours.read();
            officeHours.keep(
                    own.version(),
                    new BookingRules(
                            true,
                            "",
                            "Room 304",
                            30,
                            10,
                            9,
                            0,
                            21,
                            false,
                            List.of(QUESTION),
                            Map.of(DayOfWeek.THURSDAY, DaySpans.read("1:00–3:00")),
                            Map.of()));
        });
        var start = slots().getFirst().start();
        var page = openPage(IN_ALMATY.onPhone());
        fits(page);
        Browser.keep(page, "booking-phone");
        enter(page, slotIn(page, start));
        page.waitForURL("**slot=**");
        fits(page);
        desk.take(
                code(),
                new BookingDesk.Asked(start, gulzat.name(), gulzat.email().value(), Language.KY, ALMATY, List.of("")),
                "127.0.0.1");
        type(page, "name", aigerim.name());
        type(page, "email", aigerim.email().value());
        type(page, "answer0", "Тұз бен шаң");
        enter(page, page.locator(".actions button"));

        id(page, "slot-problem").waitFor();
        fits(page);
        Browser.keep(page, "booking-phone-refused");
        reach(page, page.locator("input[type=radio]").first());
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        var chosen = Instant.parse(page.locator("input[type=radio]:checked").inputValue());
        assertThat(chosen).isEqualTo(slots().get(1).start());
        enter(page, page.locator(".actions button"));
        page.getByText(messages.get(Language.KK, "booking.page.sent.text")).waitFor();
        page.navigate(link(aigerim));
        enter(page, page.locator("button[value=confirm]"));

        page.getByText(messages.get(Language.KK, "booking.page.TAKEN", name())).waitFor();
        assertThat(page.locator("main").innerText()).contains(moment(chosen), "Room 304");
        fits(page);
        Browser.assertAccessible(page, "a booking on a phone");
        assertThat(Acting.as(host, officeHours::booked))
                .filteredOn(booked -> booked.name().equals(aigerim.name()))
                .singleElement()
                .satisfies(booked -> {
                    assertThat(booked.slot().start()).isEqualTo(chosen);
                    assertThat(booked.answers()).containsExactly("Тұз бен шаң");
                });
        enter(page, page.locator("button[value=give-up]"));
        page.getByText(messages.get(Language.KK, "booking.page.FREED", name())).waitFor();
        assertThat(slots()).extracting(Slot::start).contains(chosen);
    }

    /** Goes on with the tabulator until something has the focus. */
    private static void reach(Page page, Locator target) {
        for (int steps = 0; steps < 80; steps++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError("not reached by keyboard: " + target);
    }

    private static void enter(Page page, Locator target) {
        reach(page, target);
        page.keyboard().press("Enter");
    }

    private static void type(Page page, String field, String text) {
        reach(page, id(page, field));
        page.keyboard().insertText(text);
    }
}
