package org.caravanserai.gathering.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.Invitee;
import org.caravanserai.gathering.NewAppointment;
import org.caravanserai.gathering.Place;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.PersonId;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people at two browsers write one text: in one line at once, without a connection, and with an input method. */
class NotesTogetherEndToEndTest extends InBrowser {

    @Autowired
    Appointments appointments;

    @Autowired
    SharedNotes notes;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    private AppointmentId appointment = new AppointmentId(new UUID(0, 0));
    private PersonId ishikawa = new PersonId(new UUID(0, 0));
    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void anAppointmentOfTwo() {
        ishikawa = person("jun.ishikawa@example.org");
        var time = new AppointmentTime(
                clock.instant().plus(Duration.ofDays(1)), Duration.ofHours(1), ZoneId.of("Asia/Almaty"));
        day = time.day();
        appointment = appointments.agree(
                new NewAppointment(
                        Optional.empty(),
                        "Salt and dust",
                        "",
                        Language.EN,
                        new Place.Undecided(),
                        time,
                        List.of(Invitee.agreed(person("madina.zhumabekova@example.org")))),
                ishikawa);
    }

    @Test
    void bothTypeIntoOneLineAtTheSameTimeAndSeeTheSameTextAtTheEnd() {
        var jun = open("researcher");
        var madina = open("organiser");
        jun.waitForCondition(() -> jun.locator(".notes-person").count() == 2);
        type(jun, "dust: 😀");
        same(madina, "dust: 😀");

        // One writes at the beginning of the line, the other at its end, letter by letter in turn.
        field(madina).focus();
        madina.keyboard().press("Control+Home");
        var head = "Sand and ";
        var tail = " from the 砂漠 of Aral";
        for (int i = 0; i < tail.codePointCount(0, tail.length()); i++) {
            if (i < head.length()) {
                madina.keyboard().insertText(head.substring(i, i + 1));
            }
            jun.keyboard().insertText(tail.substring(tail.offsetByCodePoints(0, i), tail.offsetByCodePoints(0, i + 1)));
        }

        var together = head + "dust: 😀" + tail;
        same(jun, together);
        same(madina, together);
        kept(jun, together);
        assertThat(jun.locator("shared-notes .saved-line").textContent()).isNotEmpty();
        Browser.keep(jun, "notes-together");
        Browser.assertAccessible(jun, "notes written together");
        assertNoFaults();
    }

    @Test
    void theCaretStaysWhereItWas() {
        var jun = open("researcher");
        var madina = open("organiser");
        type(jun, "one two");
        same(madina, "one two");
        field(madina).focus();
        field(madina).evaluate("area => area.setSelectionRange(4, 7)");

        field(jun).evaluate("area => area.setSelectionRange(0, 0)");
        jun.keyboard().insertText("zero ");

        same(madina, "zero one two");
        assertThat(field(madina).evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)"))
                .isEqualTo("two");
        madina.keyboard().insertText("2");
        same(jun, "zero one 2");
        assertNoFaults();
    }

    @Test
    void whatIsTypedWithoutAConnectionArrivesWhenItIsBack() {
        var jun = open("researcher");
        var madina = open("organiser");
        type(jun, "begun");
        same(madina, "begun");
        jun.context().setOffline(true);
        jun.waitForCondition(() -> !jun.locator(".notes-warning").textContent().isEmpty());

        field(jun).focus();
        jun.keyboard().press("Control+End");
        jun.keyboard().insertText(" on the train");
        Browser.keep(jun, "notes-offline");
        field(madina).focus();
        madina.keyboard().press("Control+Home");
        madina.keyboard().insertText("Today ");
        assertThat(field(madina).inputValue()).isEqualTo("Today begun");
        jun.context().setOffline(false);

        same(jun, "Today begun on the train");
        same(madina, "Today begun on the train");
        jun.waitForCondition(() -> jun.locator(".notes-warning").textContent().isEmpty());
        kept(jun, "Today begun on the train");
    }

    @Test
    void whatHadNotArrivedWhenThePageWasLeftArrivesWhenItIsOpenAgain() {
        var jun = open("researcher");
        type(jun, "begun");
        kept(jun, "begun");
        jun.context().setOffline(true);
        jun.waitForCondition(() -> !jun.locator(".notes-warning").textContent().isEmpty());
        jun.keyboard().insertText(" and kept");
        Acting.as(ishikawa, () -> {
            var edit = new TextEdit(List.of(new TextEdit.Step.Insert("Heading\n"), new TextEdit.Step.Keep(5)));
            notes.take(appointment, day, new SharedNotes.Sent(UUID.randomUUID(), 1, 1, edit));
        });
        jun.context().setOffline(false);
        jun.reload();
        settled(jun);

        same(jun, "Heading\nbegun and kept");
        kept(jun, "Heading\nbegun and kept");
        jun.waitForFunction("() => !Object.keys(sessionStorage).some(key => key.startsWith('shared-notes:'))");
    }

    @Test
    void whatOthersWriteWaitsUntilAWordIsComposed() {
        var jun = open("researcher");
        var madina = open("organiser");
        type(jun, "A");
        same(madina, "A");
        var session = jun.context().newCDPSession(jun);
        var composing = new JsonObject();
        composing.addProperty("text", "さばく");
        composing.addProperty("selectionStart", 3);
        composing.addProperty("selectionEnd", 3);
        field(jun).focus();
        session.send("Input.imeSetComposition", composing);
        assertThat(field(jun).inputValue()).isEqualTo("Aさばく");

        field(madina).focus();
        madina.keyboard().press("Control+Home");
        madina.keyboard().insertText("Z");
        kept(jun, "ZA");
        assertThat(field(jun).inputValue()).isEqualTo("Aさばく");
        var done = new JsonObject();
        done.addProperty("text", "砂漠");
        session.send("Input.insertText", done);

        same(jun, "ZA砂漠");
        same(madina, "ZA砂漠");
        assertNoFaults();
    }

    /** What both sides do with changes is one arithmetic: the browser's is asked about the server's cases. */
    @Test
    void theBrowserMovesChangesAsTheServerDoes() {
        var page = newPage(Browser.Reader.atDesk());
        page.navigate("/");
        var cases = new ArrayList<List<Object>>();
        var expected = new ArrayList<List<Object>>();
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new RandomEdits(seed);
            var text = random.text(12);
            var first = random.of(text);
            var second = random.of(text);
            var moved = TextEdit.transform(first, second);
            var both = moved.second().applyTo(first.applyTo(text));
            cases.add(List.of(text, EditNotation.write(first), EditNotation.write(second), random.text(12)));
            expected.add(List.of(EditNotation.write(moved.first()), EditNotation.write(moved.second()), both, both));
        }

        var found = page.evaluate("""
                async (cases) => {
                  const { transformEdits, composeEdits, applyEdit, editBetween } =
                    await import("/scripts/notes/text-edit.js");
                  const wellFormed = /^(?:[^\\uD800-\\uDFFF]|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF])*$/;
                  return cases.map(([text, one, other, another]) => {
                    const [first, second] = [JSON.parse(one), JSON.parse(other)];
                    const moved = transformEdits(first, second);
                    const between = editBetween(text, another, Math.floor(another.length / 2));
                    if (applyEdit(between, text) !== another
                        || between.some((step) => typeof step === "string" && !wellFormed.test(step))) {
                      throw new Error(JSON.stringify([text, another, between]));
                    }
                    return [
                      JSON.stringify(moved[0]),
                      JSON.stringify(moved[1]),
                      applyEdit(moved[1], applyEdit(first, text)),
                      applyEdit(composeEdits(first, moved[1]), text),
                    ];
                  });
                }""", cases);

        assertThat(found).isEqualTo(expected);
    }

    private Page open(String part) {
        var page = newPage(Browser.Reader.atDesk());
        enterAs(page, part);
        page.navigate("/app/appointments/" + appointment.value());
        settled(page);
        field(page).waitFor();
        return page;
    }

    private static Locator field(Page page) {
        return page.locator("shared-notes textarea");
    }

    private static void type(Page page, String text) {
        field(page).focus();
        page.keyboard().insertText(text);
    }

    private static void same(Page page, String text) {
        page.waitForCondition(() -> field(page).inputValue().equals(text));
    }

    private void kept(Page page, String text) {
        page.waitForCondition(() -> read().equals(text));
    }

    private String read() {
        return Acting.as(ishikawa, () -> notes.read(appointment, day).text());
    }

    private PersonId person(String email) {
        return accounts.findByEmail(email).orElseThrow().person();
    }

    private void assertNoFaults() {
        assertThat(faults()).isEmpty();
    }
}
