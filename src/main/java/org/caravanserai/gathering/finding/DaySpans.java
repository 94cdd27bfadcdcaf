package org.caravanserai.gathering.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caravanserai.text.Refusal;

/** Parts of a day as people write them, such as {@code 9:00–12:30, 14–18}. */
public final class DaySpans {

    private static final Pattern SPAN =
            Pattern.compile("(\\d{1,2})(?:[:.：](\\d{2}))?\\s*[-‐‑–—−~〜～]\\s*(\\d{1,2})(?:[:.：](\\d{2}))?");
    private static final Pattern BETWEEN = Pattern.compile("[,;、，；]");

    private DaySpans() {}

    /**
     * What somebody wrote.
     *
     * @throws Refusal if it cannot be read, or a part does not end after it begins
     */
    public static List<DaySpan> read(String text) {
        var spans = new ArrayList<DaySpan>();
        for (var part : BETWEEN.split(text, -1)) {
            if (!part.isBlank()) {
                var read = SPAN.matcher(part.strip());
                if (!read.matches()) {
                    throw Refusal.of("finding.span.unreadable", part.strip());
                }
                spans.add(new DaySpan(minute(read.group(1), read.group(2)), minute(read.group(3), read.group(4))));
            }
        }
        spans.sort(null);
        return spans;
    }

    /** As people read them. */
    public static String written(List<DaySpan> spans) {
        return spans.stream()
                .map(span -> clock(span.from()) + "–" + clock(span.until()))
                .collect(Collectors.joining(", "));
    }

    private static int minute(String hour, String minute) {
        int past = minute == null ? 0 : Integer.parseInt(minute);
        if (past > 59) {
            throw Refusal.of("finding.span.wrong");
        }
        return Integer.parseInt(hour) * 60 + past;
    }

    private static String clock(int minute) {
        return minute / 60 + ":" + (minute % 60 < 10 ? "0" : "") + minute % 60;
    }
}
