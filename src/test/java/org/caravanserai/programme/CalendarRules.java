package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.component.VEvent;
import org.caravanserai.gathering.Itip;

/** Holds a calendar against the rules of RFC 5545, byte by byte and apart from the library that wrote it, and then by that library too. */
final class CalendarRules {

    private static final Pattern LINE = Pattern.compile("(?s)([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^\";:,\\p{Cntrl}]+)*):(.*)");
    private static final Set<String> TEXTS = Set.of("SUMMARY", "LOCATION", "DESCRIPTION", "X-WR-CALNAME");
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "VCALENDAR", Set.of("VERSION", "PRODID"),
            "VTIMEZONE", Set.of("TZID"),
            "STANDARD", Set.of("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
            "DAYLIGHT", Set.of("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
            "VEVENT", Set.of("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "STATUS"));

    private CalendarRules() {}

    /** Checks a calendar and returns its events as a reader understands them. */
    static List<VEvent> check(byte[] calendar) throws Exception {
        var text = new String(calendar, StandardCharsets.UTF_8);
        octets(text);
        contents(text.replace("\r\n ", ""));
        return Itip.kept(calendar).getComponents("VEVENT");
    }

    private static void octets(String text) throws CharacterCodingException {
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", ""))
                .as("line ends and control characters")
                .doesNotContainPattern("[\\x00-\\x08\\x0a-\\x1f\\x7f]");
        for (var line : text.split("\r\n", -1)) {
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes.length).as(line).isLessThanOrEqualTo(75);
            // A fold within a character would leave halves that are none.
            assertThat(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString())
                    .isEqualTo(line);
        }
    }

    private static void contents(String unfolded) {
        var open = new ArrayDeque<String>();
        var properties = new ArrayDeque<Map<String, Integer>>();
        var zones = new HashSet<String>();
        var uids = new ArrayList<String>();
        for (var line : unfolded.split("\r\n")) {
            var parts = LINE.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            var name = parts.group(1);
            var value = parts.group(3);
            if (name.equals("BEGIN")) {
                open.push(value);
                properties.push(new HashMap<>());
                continue;
            }
            if (name.equals("END")) {
                assertThat(open.pop()).isEqualTo(value);
                assertThat(properties.pop().keySet()).as(value).containsAll(REQUIRED.getOrDefault(value, Set.of()));
                continue;
            }
            assertThat(properties.element().merge(name, 1, Integer::sum))
                    .as("once: " + line)
                    .isOne();
            if (TEXTS.contains(name)) {
                assertThat(value).as(name).matches("(?s)(?:[^\\\\,;]|\\\\[\\\\,;nN])*");
            }
            if (name.equals("CATEGORIES")) {
                assertThat(value).as(name).matches("(?s)(?:[^\\\\;]|\\\\[\\\\,;nN])*");
            }
            if (name.equals("TZID")) {
                zones.add(value);
            }
            if (name.equals("UID")) {
                uids.add(value);
            }
            if (parts.group(2).contains("TZID=")) {
                assertThat(zones).contains(parts.group(2).replace(";TZID=", ""));
            }
        }
        assertThat(open).isEmpty();
        assertThat(uids).doesNotHaveDuplicates();
    }
}
