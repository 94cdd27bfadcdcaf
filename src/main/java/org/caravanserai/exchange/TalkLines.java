package org.caravanserai.exchange;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The talks of a session as lines of its description, the only place that schedule.xml and schedule.json have for them:
 * people can read the lines, and this product reads them back as the talks they were.
 */
final class TalkLines {

    private static final Pattern LINE = Pattern.compile("- (\\d\\d:\\d\\d)–(\\d\\d:\\d\\d) (.+)");

    private TalkLines() {}

    /** A talk by the names of its people. */
    record Read(String title, int minutes, List<String> people) {}

    static String line(LocalTime from, LocalTime to, String title, List<String> people) {
        return "- " + clock(from) + "–" + clock(to) + " " + title
                + (people.isEmpty() ? "" : " (" + String.join(", ", people) + ")");
    }

    /**
     * The talks in a description; none unless each of its lines is one.
     *
     * @param known the names of the people of the session; others are taken for words of the title
     */
    static List<Read> read(String description, Set<String> known) {
        var talks = new ArrayList<Read>();
        for (var line : description.lines().toList()) {
            var matcher = LINE.matcher(line);
            var talk = matcher.matches()
                    ? talk(matcher.group(1), matcher.group(2), matcher.group(3), known)
                    : Optional.<Read>empty();
            if (talk.isEmpty()) {
                return List.of();
            }
            talks.add(talk.get());
        }
        return List.copyOf(talks);
    }

    private static Optional<Read> talk(String from, String to, String words, Set<String> known) {
        if (from.compareTo("24:00") >= 0 || to.compareTo("24:00") >= 0 || from.charAt(3) > '5' || to.charAt(3) > '5') {
            return Optional.empty();
        }
        var minutes =
                Duration.between(LocalTime.parse(from), LocalTime.parse(to)).toMinutes();
        var length = (int) (minutes > 0 ? minutes : minutes + Duration.ofDays(1).toMinutes());
        for (int at = words.lastIndexOf(" ("); words.endsWith(")") && at > 0; at = words.lastIndexOf(" (", at - 1)) {
            var names = names(words.substring(at + 2, words.length() - 1), known);
            if (!names.isEmpty()) {
                return Optional.of(new Read(words.substring(0, at), length, names));
            }
        }
        return Optional.of(new Read(words, length, List.of()));
    }

    /** Known names with commas between, which names may have too; none if there is anything else. */
    private static List<String> names(String words, Set<String> known) {
        // For each place behind which all is known names: where the name ends that begins there.
        var ends = new HashMap<Integer, Integer>();
        for (int from = words.length(); from >= 0; from--) {
            if (from != 0 && !words.startsWith(", ", from - 2)) {
                continue;
            }
            for (int to = words.indexOf(", ", from); ; to = words.indexOf(", ", to + 1)) {
                var end = to < 0 ? words.length() : to;
                if (known.contains(words.substring(from, end)) && (to < 0 || ends.containsKey(to + 2))) {
                    ends.put(from, end);
                    break;
                }
                if (to < 0) {
                    break;
                }
            }
        }
        var names = new ArrayList<String>();
        for (int from = 0; ends.containsKey(from); from = ends.get(from) + 2) {
            names.add(words.substring(from, ends.get(from)));
        }
        return List.copyOf(names);
    }

    private static String clock(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }
}
