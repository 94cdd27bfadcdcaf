package org.caravanserai.agenda.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.shell.Words;

/** The words that the board's element needs, in one reader's language, by the names the element knows them by. */
final class BoardWords {

    private static final List<String> OLD = List.of(
            "allRooms",
            "waits",
            "days",
            "zone",
            "keys",
            "filter",
            "free",
            "move",
            "place",
            "waiting",
            "nothingWaits",
            "nothingFound",
            "conflicts",
            "noConflicts",
            "cancelled",
            "day",
            "room",
            "length",
            "takeOut");

    private static final List<String> PLAIN = List.of(
            "tools",
            "redo",
            "zoomIn",
            "zoomOut",
            "select",
            "selection",
            "log",
            "details",
            "swap",
            "swapTwo",
            "cut",
            "clear",
            "putDown",
            "allTopics",
            "allTypes",
            "here",
            "online",
            "offline",
            "offlineRefused",
            "backAgain");

    /** Where a sentence takes a value that only the element knows, it is written as a name in braces. */
    private static final Map<String, List<String>> FILLED = Map.ofEntries(
            Map.entry("selected", List.of("n")),
            Map.entry("selectedOne", List.of("title", "n")),
            Map.entry("unselectedOne", List.of("title", "n")),
            Map.entry("carried", List.of("n")),
            Map.entry("pickedUpMany", List.of("n")),
            Map.entry("cutNow", List.of("n")),
            Map.entry("paste", List.of("n")),
            Map.entry("others", List.of("title")),
            Map.entry("you", List.of("name")),
            Map.entry("holds", List.of("name")),
            Map.entry("now", List.of("time")),
            Map.entry("talks", List.of("n")),
            Map.entry("gapBefore", List.of("n")),
            Map.entry("gapAfter", List.of("n")),
            Map.entry("gapCut", List.of("n")));

    private BoardWords() {}

    static Map<String, Object> of(Words words) {
        var said = new HashMap<String, Object>();
        OLD.forEach(name -> said.put(name, words.get("agenda.board." + name)));
        PLAIN.forEach(name -> said.put(name, words.get("board.word." + name)));
        FILLED.forEach((name, values) -> said.put(
                name,
                words.get(
                        "board.word." + name,
                        values.stream().map(value -> "{" + value + "}").toArray())));
        said.put("at", words.get("agenda.board.at", "{start}", "{end}", "{city}", "{room}"));
        said.put("zoneNone", words.get("agenda.board.zone.none", "{city}"));
        said.put("seats", words.get("agenda.board.seats", "{n}"));
        said.put("minutes", words.get("agenda.board.minutes", "{n}"));
        said.put("more", words.get("agenda.board.more", "{n}"));
        said.put("timesIn", words.get("agenda.board.timesIn", "{city}"));
        said.put("startsIn", words.get("agenda.board.startsIn", "{city}"));
        said.put("pickedUp", words.get("agenda.board.pickedUp", "{title}"));
        said.put("nothingToUndo", words.get("agenda.undo.nothing"));
        said.put("nothingToRedo", words.get("agenda.redo.nothing"));
        said.put("undo", words.get("shell.undo"));
        said.put("cancel", words.get("shell.cancel"));
        said.put("close", words.get("shell.close"));
        return said;
    }

    /** What each key does. */
    static List<List<String>> help(Words words) {
        return List.of(
                List.of("← ↑ → ↓", words.get("agenda.help.walk")),
                List.of("Enter", words.get("agenda.help.enter")),
                List.of("Enter ← ↑ → ↓", words.get("agenda.help.carry")),
                List.of("Page ↑ ↓", words.get("board.key.hour")),
                List.of("Shift ← ↑ → ↓", words.get("agenda.help.shift")),
                List.of("Space", words.get("board.key.select")),
                List.of("Ctrl A", words.get("board.key.all")),
                List.of("Ctrl X", words.get("board.key.cut")),
                List.of("Ctrl V", words.get("board.key.paste")),
                List.of("X", words.get("board.key.swap")),
                List.of("U", words.get("agenda.help.out")),
                List.of("M", words.get("agenda.help.form")),
                List.of("T", words.get("board.key.details")),
                List.of("L", words.get("board.key.log")),
                List.of("Ctrl Z", words.get("board.key.undo")),
                List.of("Ctrl Y", words.get("board.key.redo")),
                List.of("+ −", words.get("board.key.zoom")),
                List.of("Esc", words.get("agenda.help.escape")));
    }
}
