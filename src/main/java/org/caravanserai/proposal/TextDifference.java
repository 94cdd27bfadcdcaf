package org.caravanserai.proposal;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * How one text became another, word by word, in any script.
 *
 * @param pieces in the order of reading; what is gone stands before what came in its place
 */
public record TextDifference(List<Piece> pieces) {

    /** What became of a piece. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** A run of words. */
    public record Piece(Kind kind, String text) {}

    /** The difference between two texts. */
    public static TextDifference between(String before, String after) {
        var old = words(before);
        var current = words(after);
        var pieces = new ArrayList<Piece>();
        int position = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, current).getDeltas()) {
            var source = delta.getSource();
            add(pieces, Kind.SAME, old.subList(position, source.getPosition()));
            add(pieces, Kind.GONE, source.getLines());
            add(pieces, Kind.NEW, delta.getTarget().getLines());
            position = source.getPosition() + source.size();
        }
        add(pieces, Kind.SAME, old.subList(position, old.size()));
        return new TextDifference(List.copyOf(pieces));
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static List<String> words(String text) {
        var breaks = BreakIterator.getWordInstance();
        breaks.setText(text);
        var words = new ArrayList<String>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            words.add(text.substring(start, end));
        }
        return words;
    }
}
