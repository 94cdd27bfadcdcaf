package org.caravanserai.gathering.notes;

import java.util.ArrayList;
import java.util.List;
import org.caravanserai.gathering.notes.TextEdit.Step;
import org.caravanserai.text.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes as they travel and are kept: a list in JSON in which a number keeps so much, a negative one takes so much out, and a
 * text is put in, such as {@code [3, "sand", -4]}.
 */
public final class EditNotation {

    /** More than any text here is long: what says more is not meant honestly. */
    private static final long MOST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EditNotation() {}

    /** The list of a change. */
    public static List<Object> list(TextEdit edit) {
        return edit.steps().stream()
                .<Object>map(step -> switch (step) {
                    case Step.Keep keep -> keep.length();
                    case Step.Insert insert -> insert.text();
                    case Step.Delete delete -> -delete.length();
                })
                .toList();
    }

    /**
     * The change that a list says.
     *
     * @throws Refusal if it is none
     */
    public static TextEdit read(JsonNode list) {
        var steps = new ArrayList<Step>();
        long total = 0;
        for (var each : list) {
            if (each.isString()) {
                steps.add(new Step.Insert(each.asString()));
                total += each.asString().length();
            } else if (each.isInt() && each.asInt() != 0 && total <= MOST) {
                int length = each.asInt();
                steps.add(length > 0 ? new Step.Keep(length) : new Step.Delete(-length));
                total += Math.abs((long) length);
            } else {
                throw Refusal.of("notes.refused.unreadable");
            }
        }
        if (total > MOST) {
            throw Refusal.of("notes.refused.unreadable");
        }
        return new TextEdit(steps);
    }

    static String write(TextEdit edit) {
        return JSON.writeValueAsString(list(edit));
    }

    static TextEdit read(String kept) {
        return read(JSON.readTree(kept));
    }
}
