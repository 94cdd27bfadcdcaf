package org.caravanserai.agenda.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravanserai.agenda.SampleAgenda;
import org.caravanserai.testing.Browser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A thousand sessions in seventy rooms: only what is in sight is drawn, and a drag is as smooth as on a small board. */
class LargeBoardEndToEndTest extends BoardsInBrowser {

    private static final int SECONDS = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void onlyWhatIsInSightIsInThePageAndADragIsRecorded() throws IOException {
        agenda(SampleAgenda.of(newSlug(), 1_000, 70));
        var page = board("organiser");
        assertThat(page.locator(".ab-cards .ab-card").count()).isLessThan(150);
        assertThat(page.locator(".ab-room").count()).isEqualTo(70);

        grab(page, "Session 0", 40, 60);
        var trace = record(page, () -> dragAround(page));
        page.mouse().up();

        var frames = ((List<?>) page.evaluate("() => window.frames50"))
                .stream().map(each -> ((Number) each).doubleValue()).sorted().toList();
        var tasks = mainThreadTasks(trace);
        System.out.printf(
                "drag on 1 000 sessions in 70 rooms: %d frames in %d s, median %.1f ms, 99 %% under %.1f ms, longest %.1f ms;"
                        + " longest task of the page's thread %.1f ms of %d%n",
                frames.size(),
                SECONDS,
                frames.get(frames.size() / 2),
                frames.get(frames.size() * 99 / 100),
                frames.getLast(),
                tasks.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                tasks.size());
        // Counts, for times swing on a busy machine: what was drawn stays a small part, wherever one has dragged to.
        assertThat(page.locator(".ab-cards .ab-card").count()).isLessThan(150);
        assertThat(frames).isNotEmpty();
        Browser.keep(page, "board-70-rooms");
        Browser.assertAccessible(page, "a board of seventy rooms");

        page.keyboard().press("-");
        page.keyboard().press("-");
        page.keyboard().press("-");
        page.waitForCondition(() -> page.locator("#agenda-smaller").isDisabled());
        assertThat(page.locator(".ab-cards .ab-card").count()).isLessThan(400);
        Browser.keep(page, "board-70-rooms-small");
        assertNoFaults(faults());
    }

    /** The pointer goes round in the grid, up to its edges, so that it scrolls both ways, sixty times a second. */
    private static void dragAround(Page page) {
        page.evaluate("""
                async seconds => {
                  const box = document.querySelector('.ab-scroll').getBoundingClientRect();
                  const begun = performance.now();
                  let last = begun;
                  window.frames50 = [];
                  await new Promise(resolve => {
                    const step = now => {
                      window.frames50.push(now - last);
                      last = now;
                      const t = (now - begun) / 1000;
                      window.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse',
                        clientX: box.left + 110 + (box.width - 120) * (0.5 + 0.5 * Math.sin(t * 1.3)),
                        clientY: box.top + 70 + (box.height - 80) * (0.5 + 0.5 * Math.cos(t * 1.1)) }));
                      if (t < seconds) requestAnimationFrame(step); else resolve();
                    };
                    requestAnimationFrame(step);
                  });
                  window.frames50.shift();
                }""", SECONDS);
    }

    /** Records what Chromium does meanwhile; the trace can be opened in its developer tools. */
    private static Path record(Page page, Runnable work) throws IOException {
        CDPSession session = page.context().newCDPSession(page);
        var events = JSON.createArrayNode();
        session.on("Tracing.dataCollected", data -> {
            var node = JSON.readTree(data.toString());
            events.addAll((ArrayNode) node.get("value"));
        });
        var done = new boolean[1];
        session.on("Tracing.tracingComplete", data -> done[0] = true);
        var arguments = new com.google.gson.JsonObject();
        arguments.addProperty("categories", "devtools.timeline,disabled-by-default-devtools.timeline.frame,toplevel");
        session.send("Tracing.start", arguments);
        work.run();
        session.send("Tracing.end");
        page.waitForCondition(() -> done[0]);
        var file = Path.of("target", "traces", "board-drag.json");
        Files.createDirectories(file.getParent());
        Files.write(file, JSON.writeValueAsBytes(Map.of("traceEvents", events)));
        return file;
    }

    /** The lengths of the tasks of the page's own thread in milliseconds. */
    private static List<Double> mainThreadTasks(Path trace) throws IOException {
        var events = JSON.readTree(Files.readAllBytes(trace)).get("traceEvents");
        var main = events.valueStream()
                .filter(event -> event.path("name").asString().equals("thread_name")
                        && event.path("args").path("name").asString().equals("CrRendererMain"))
                .map(LargeBoardEndToEndTest::thread)
                .collect(Collectors.toSet());
        return events.valueStream()
                .filter(event -> event.path("name").asString().endsWith("RunTask") && main.contains(thread(event)))
                .map(event -> event.path("dur").asDouble() / 1000)
                .toList();
    }

    private static String thread(JsonNode event) {
        return event.path("pid").asInt() + "/" + event.path("tid").asInt();
    }
}
