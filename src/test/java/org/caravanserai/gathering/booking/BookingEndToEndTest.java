package org.caravanserai.gathering.booking;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.caravanserai.gathering.Itip;
import org.caravanserai.gathering.finding.DaySpans;
import org.caravanserai.mail.DeliveredCalendars;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Browser;
import org.caravanserai.text.Language;
import org.caravanserai.text.Moments;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A researcher in Tokyo is asked for a talk by guests in Almaty and Bishkek who have no account, each at a browser of her own. */
class BookingEndToEndTest extends BookingInBrowser {

    private static final Browser.Reader IN_BISHKEK = Browser.Reader.atDesk().from("ky-KG", "Asia/Bishkek");

    @Autowired
    DeliveredCalendars calendars;

    @Test
    void aTalkIsAskedForGivenToOneAgreedToAndCalledOff() throws Exception {
        var jun = hostWritesHerHours();
        var start = slots().getFirst().start();
        assertThat(LocalTime.ofInstant(start, TOKYO)).isEqualTo("01:00");
        var first = openPage(IN_ALMATY);
        var second = openPage(IN_BISHKEK);
        assertThat(shownIn(first)).isEqualTo(shownIn(second)).hasSizeGreaterThan(4);
        assertThat(slotIn(first, start).innerText())
                .contains(
                        "21:00",
                        Moments.shortDay(Language.KK, start.atZone(TOKYO).toLocalDate()),
                        Moments.time(Language.KK, start, TOKYO),
                        Moments.city(Language.KK, TOKYO));
        assertThat(slotIn(second, start).innerText()).contains("22:00", Moments.city(Language.KY, TOKYO));
        assertThat(first.locator(".book").innerText())
                .contains(
                        messages.get(Language.KK, "booking.page.clocks", Moments.city(Language.KK, ALMATY)),
                        Moments.day(Language.KK, start.atZone(ALMATY).toLocalDate()));
        Browser.assertAccessible(first, "the slots of a person's office hours");

        slotIn(first, start).click();
        slotIn(second, start).click();
        assertThat(first.locator("h2").innerText()).isEqualTo(moment(start));
        ask(first, aigerim, "Тұз бен шаң");
        ask(second, gulzat, "Чаң & туз");

        var refusal = id(second, "slot-problem");
        refusal.waitFor();
        assertThat(refusal.innerText()).isEqualTo(messages.get(Language.KY, "booking.slot.gone"));
        assertThat(second.locator(".book-gone + #slot-problem").count()).isEqualTo(1);
        assertThat(id(second, "name").inputValue()).isEqualTo(gulzat.name());
        assertThat(id(second, "email").inputValue()).isEqualTo(gulzat.email().value());
        assertThat(id(second, "answer0").inputValue()).isEqualTo("Чаң & туз");
        assertThat(choicesIn(second))
                .as("another day's: there is one a day")
                .containsExactlyElementsOf(
                        slots().stream().map(slot -> slot.start().toString()).toList())
                .hasSizeGreaterThan(4)
                .doesNotContain(start.toString());
        Browser.assertAccessible(second, "a slot that somebody else was given");
        Browser.keep(second, "booking-refused");

        follow(first, aigerim);
        assertThat(first.locator("main").innerText()).contains(messages.get(Language.KK, "booking.page.ASKED", name()));
        openHours(jun);
        assertThat(booked(jun, aigerim).innerText()).contains(QUESTION, "Тұз бен шаң");
        press(jun, aigerim, "booking.agree");
        booked(jun, aigerim)
                .getByText(messages.get(Language.JA, "booking.state.TAKEN"))
                .waitFor();
        first.reload();
        assertThat(first.locator("main").innerText())
                .contains(messages.get(Language.KK, "booking.page.TAKEN", name()), moment(start));
        jun.navigate("/app/appointments");
        settled(jun);
        jun.getByText(aigerim.name()).first().waitFor();

        var invitation = calendars.sentTo(aigerim.email()).getLast();
        var event = Itip.events(invitation).getFirst();
        assertThat(Instant.from(requireNonNull(event.getDateTimeStart()).getDate()))
                .isEqualTo(start);
        assertThat(Instant.from(requireNonNull(event.getDateTimeEnd()).getDate()))
                .isEqualTo(start.plusSeconds(1800));

        openHours(jun);
        press(jun, aigerim, "booking.cancel");
        jun.waitForCondition(() -> booked(jun, aigerim).count() == 0);
        var called = Itip.valid(calendars.sentTo(aigerim.email()).getLast());
        assertThat(called.getRequiredProperty(Property.METHOD).getValue()).isEqualTo("CANCEL");
        assertThat(called.<VEvent>getComponents("VEVENT")
                        .getFirst()
                        .getRequiredProperty(Property.UID)
                        .getValue())
                .isEqualTo(event.getRequiredProperty(Property.UID).getValue());
        first.reload();
        assertThat(first.locator("main").innerText()).contains(messages.get(Language.KK, "booking.page.FREED", name()));
        second.navigate("/book/" + code());
        second.waitForURL("**tz=**");
        slotIn(second, start).click();
        ask(second, gulzat, "Чаң & туз");
        follow(second, gulzat);
        openHours(jun);
        assertThat(booked(jun, gulzat).innerText()).contains("Чаң & туз");
        assertThat(faults()).allMatch(fault -> fault.contains("422"));
    }

    /** In Japanese: on Tuesdays from one to three at night, thirty minutes each with ten between, one a day, each agreed to. */
    private Page hostWritesHerHours() {
        var page = newPage(Browser.Reader.atDesk().from("ja-JP", TOKYO.getId()));
        enterAs(page, "researcher");
        if (!"ja".equals(page.evaluate("() => document.documentElement.lang"))) {
            id(page, "language-switch")
                    .locator("vaadin-menu-bar-button")
                    .first()
                    .click();
            page.locator("vaadin-menu-bar-item:has-text('日本語')").last().click();
            page.waitForFunction("() => document.documentElement.lang === 'ja'");
        }
        openHours(page);
        for (int day = 1; day <= 7; day++) {
            write(page, "office-week-" + day + " input", day == 2 ? "1:00–3:00" : "");
        }
        write(page, "office-pause input", "10");
        write(page, "office-dayLimit input", "1");
        write(page, "office-questions textarea", QUESTION);
        if (!rules().approval()) {
            page.locator("#office-approval input").check();
        }
        page.waitForCondition(() -> rules().approval()
                && rules().pause() == 10
                && rules().dayLimit() == 1
                && rules().questions().equals(List.of(QUESTION))
                && rules().week().equals(Map.of(DayOfWeek.TUESDAY, DaySpans.read("1:00–3:00"))));
        Browser.assertAccessible(page, "office hours in Japanese");
        Browser.keep(page, "booking-host");
        return page;
    }

    private static void write(Page page, String field, String text) {
        var input = page.locator("#" + field);
        input.fill(text);
        input.press("Tab");
    }

    private static void ask(Page page, Guest guest, String answer) {
        id(page, "name").fill(guest.name());
        id(page, "email").fill(guest.email().value());
        id(page, "answer0").fill(answer);
        page.locator(".actions button").click();
    }

    /** Follows the link that a guest was sent, and confirms. */
    private void follow(Page page, Guest guest) {
        page.navigate(link(guest));
        page.locator("button[value=confirm]").click();
        page.waitForCondition(() -> page.locator("button[value=confirm]").count() == 0);
    }

    private void openHours(Page page) {
        page.navigate("/app/office-hours");
        settled(page);
    }

    private static Locator booked(Page page, Guest guest) {
        return page.locator("#booked li").filter(new Locator.FilterOptions().setHasText(guest.name()));
    }

    private void press(Page page, Guest guest, String key) {
        booked(page, guest)
                .locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(messages.get(Language.JA, key)))
                .click();
    }

    private static List<String> shownIn(Page page) {
        return texts(
                page.evaluate(
                        "() => [...document.querySelectorAll('a.book-slot')].map(a => new URL(a.href).searchParams.get('slot'))"));
    }

    private static List<String> choicesIn(Page page) {
        return texts(page.evaluate(
                "() => [...document.querySelectorAll('input[type=radio][name=slot]')].map(radio => radio.value)"));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private BookingRules rules() {
        return Acting.as(host, officeHours::read).rules();
    }
}
