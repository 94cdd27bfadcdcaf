package org.caravanserai.agenda.optimiser.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SolveConferenceTest {

    @TempDir
    private Path folder;

    private final Map<String, Consumer<Worksheet>> sheets = new HashMap<>();
    private String said = "";

    @BeforeEach
    void describeAConference() {
        sheets.put("parameters", sheet -> {
            rows(sheet, List.of("Sessions", "", "", "Weights"), List.of("Local time zone:", "GMT+2"));
            number(sheet, 3, 1, 9 / 24.0);
            number(sheet, 4, 1, 21 / 24.0);
            number(sheet, 6, 1, 7 / 24.0);
            number(sheet, 7, 1, 23 / 24.0);
            number(sheet, 8, 1, 1);
            number(sheet, 10, 1, 10);
            for (var weight = 0; weight < 16; weight++) {
                number(sheet, 1 + weight, 4, weight + 1);
            }
        });
        sheets.put(
                "submissions",
                sheet -> rows(
                        sheet,
                        List.of(
                                "Reference",
                                "Track",
                                "Required Timeslots",
                                "Order",
                                "Time Zone",
                                "Presenters",
                                "Attendees",
                                "Mon1",
                                "Mon2",
                                "Hall",
                                "Room"),
                        List.of("a", "Ants", "1", "1", "GMT-5", "p, q", "r", "7"),
                        List.of("b", "Bees", "2", "0", "GMT+2", "s")));
        sheets.put("tracks", sheet -> rows(sheet, List.of("Tracks", "Chairs"), List.of("Ants", "x"), List.of("Bees")));
        sheets.put("sessions", sheet -> {
            rows(sheet, List.of("Sessions", "Max Number of Timeslots"), List.of("Mon1", "2"), List.of("Mon2", "2"));
            number(sheet, 1, 3, 0.5);
            number(sheet, 1, 4, 0.5625);
            number(sheet, 2, 3, 0.625);
            number(sheet, 2, 4, 0.6875);
        });
        sheets.put("rooms", sheet -> rows(sheet, List.of("Rooms"), List.of("Hall"), List.of("Room")));
        sheets.put(
                "tracks_sessions|penalty", sheet -> rows(sheet, List.of("", "Mon1", "Mon2"), List.of("Bees", "", "3")));
        sheets.put("tracks_rooms|penalty", sheet -> rows(sheet, List.of("", "Hall", "Room")));
        sheets.put("similar tracks", sheet -> rows(sheet, List.of("", "Ants", "Bees"), List.of("Ants", "", "5")));
        sheets.put("sessions_rooms|penalty", sheet -> rows(sheet, List.of("", "Hall", "Room")));
    }

    @Test
    void aWorkbookIsReadByItsNames() throws IOException {
        var conference = ConferenceFile.read(workbook());
        assertThat(conference.submissions()).hasSize(2);
        var first = conference.submissions().getFirst();
        assertThat(first.presenters()).containsExactlyInAnyOrder("p", "q");
        assertThat(first.offset()).isEqualTo(-300);
        assertThat(first.sessionPenalty()).containsExactly(7L, 0L);
        assertThat(conference.sessions().getFirst()).isEqualTo(new Conference.Session("Mon1", 2, 720, 810));
        assertThat(conference.penalties().trackSession().get(1)).containsExactly(0L, 3L);
        assertThat(conference.penalties().similar().get(1))
                .as("both directions")
                .containsExactly(5L, 0L);
        assertThat(conference.clock()).isEqualTo(new Conference.Clock(120, 540, 1260, 420, 1380, 1, 10));
        assertThat(conference.weight(Term.TRACKS_SESSIONS)).isEqualTo(1);
        assertThat(conference.weight(Term.ATTENDEES_IN_SLOT)).isEqualTo(16);
    }

    @Test
    void theAnswerHasTheNamesOfTheWorkbookAndASlotForEverySubmission() throws IOException {
        var out = folder.resolve("out.json");
        assertThat(run(workbook().toString(), "6", out.toString())).as(said).isZero();
        var answer = JsonMapper.shared().readTree(Files.readString(out));
        assertThat(answer.get("objective").asLong())
                .isEqualTo(answer.get("bound").asLong());
        assertThat(answer.get("seconds").asDouble()).isBetween(0.0, 6.0);
        assertThat(answer.get("slots").size()).isEqualTo(3);
        assertThat(answer.get("cells").get(0).get("track").asString()).isIn("Ants", "Bees");
        assertThat(answer.get("slots").get(0).get("slot").asInt()).isZero();
        assertThat(answer.get("slots").get(0).get("session").asString()).isIn("Mon1", "Mon2");
    }

    @Test
    void whatIsWrongWithAWorkbookIsSaidWithItsPlace() throws IOException {
        sheets.put("sessions", sheet -> rows(sheet, List.of("Sessions", "Slots"), List.of("Mon1", "two")));
        refuses("sheet “sessions”, row 2, column 2", "“two” is not a whole number");
        describeAConference();
        sheets.put("tracks", sheet -> rows(sheet, List.of("Tracks", "Chairs"), List.of("Bees")));
        refuses("“Ants” is not known");
        describeAConference();
        sheets.put("rooms", sheet -> rows(sheet, List.of("Rooms")));
        refuses("there are no sessions or no rooms");
        describeAConference();
        sheets.put("submissions", sheet -> rows(sheet, List.of("Reference")));
        refuses("there are no submissions");
        describeAConference();
        sheets.remove("tracks_rooms|penalty");
        refuses("there is no sheet “tracks_rooms|penalty”");
    }

    @Test
    void otherFilesNoFileAndWrongCallsAreRefused() throws IOException {
        var text = Files.writeString(folder.resolve("text.xlsx"), "no workbook");
        assertThat(run(text.toString(), "6", out())).isEqualTo(1);
        assertThat(said).contains("text.xlsx");
        var empty = Files.createFile(folder.resolve("empty.xlsx"));
        assertThat(run(empty.toString(), "6", out())).isEqualTo(1);
        assertThat(run(folder.resolve("missing.xlsx").toString(), "6", out())).isEqualTo(1);
        assertThat(said).contains("there is no such file");
        assertThat(run(workbook().toString(), "soon", out())).isEqualTo(2);
        assertThat(said).contains("usage");
        assertThat(run(workbook().toString())).isEqualTo(2);
        assertThat(run(
                        workbook().toString(),
                        "6",
                        folder.resolve("no/such/out.json").toString()))
                .isEqualTo(2);
        assertThat(Files.exists(Path.of(out()))).isFalse();
    }

    private void refuses(String... words) throws IOException {
        assertThat(run(workbook().toString(), "6", out())).isEqualTo(1);
        assertThat(said).contains(words);
    }

    private String out() {
        return folder.resolve("out.json").toString();
    }

    private int run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var status = SolveConference.run(
                arguments,
                Instant.now().minus(Duration.ofMillis(10)),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        said = bytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    private Path workbook() throws IOException {
        var file = folder.resolve("conference.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            for (var sheet : sheets.entrySet()) {
                sheet.getValue().accept(workbook.newWorksheet(sheet.getKey()));
            }
        }
        return file;
    }

    @SafeVarargs
    private static void rows(Worksheet sheet, List<String>... rows) {
        for (var row = 0; row < rows.length; row++) {
            for (var column = 0; column < rows[row].size(); column++) {
                if (!rows[row].get(column).isEmpty()) {
                    sheet.value(row, column, rows[row].get(column));
                }
            }
        }
    }

    private static void number(Worksheet sheet, int row, int column, double value) {
        sheet.value(row, column, value);
    }
}
