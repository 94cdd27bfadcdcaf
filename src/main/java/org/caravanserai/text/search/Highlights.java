package org.caravanserai.text.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caravanserai.text.Language;

/** Where in a text stands what a person typed. */
public final class Highlights {

    private Highlights() {}

    /** A piece of a text: {@code found} if it is what was typed. */
    public record Piece(String text, boolean found) {}

    /** The whole text in pieces. */
    public static List<Piece> of(String text, Language language, Typed typed) {
        var spans = spans(text, language, typed);
        return pieces(text, 0, text.length(), spans);
    }

    /**
     * The part of a text about the first thing found in it, cut at the ends of words.
     *
     * @param length about how many characters it has
     * @return empty if nothing typed is in the text
     */
    public static Optional<List<Piece>> excerpt(String text, Language language, Typed typed, int length) {
        var spans = spans(text, language, typed);
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        var words = BreakIterator.getWordInstance(language.locale());
        words.setText(text);
        int around =
                Math.max(0, (length - (spans.getFirst().end() - spans.getFirst().start())) / 3);
        int start = Math.max(0, spans.getFirst().start() - around);
        start = start == 0 ? 0 : Math.max(0, words.preceding(start));
        int end = Math.min(text.length(), start + length);
        end = end == text.length() ? end : words.following(end);
        var pieces = new ArrayList<Piece>();
        if (start > 0) {
            pieces.add(new Piece("… ", false));
        }
        pieces.addAll(pieces(text, start, end, spans));
        if (end < text.length()) {
            pieces.add(new Piece(" …", false));
        }
        return Optional.of(List.copyOf(pieces));
    }

    /** Whether everything typed is in the text, so that nothing else need be shown to tell why it was found. */
    public static boolean saysAll(String text, Language language, Typed typed) {
        return typed.isAllIn(SearchWords.in(text, language));
    }

    private record Span(int start, int end) {}

    private static List<Span> spans(String text, Language language, Typed typed) {
        var words = SearchWords.in(text, language);
        var exact = spans(words, typed, false);
        return exact.isEmpty() ? spans(words, typed, true) : exact;
    }

    private static List<Span> spans(List<Word> words, Typed typed, boolean forgiving) {
        var spans = new ArrayList<Span>();
        words.stream()
                .filter(word -> typed.isIn(word, forgiving))
                .map(word -> new Span(word.start(), typed.end(word)))
                .sorted(java.util.Comparator.comparingInt(Span::start).thenComparing(Span::end))
                .forEach(span -> {
                    if (!spans.isEmpty() && spans.getLast().end() >= span.start()) {
                        var last = spans.removeLast();
                        spans.add(new Span(last.start(), Math.max(last.end(), span.end())));
                    } else {
                        spans.add(span);
                    }
                });
        return spans;
    }

    private static List<Piece> pieces(String text, int start, int end, List<Span> spans) {
        var pieces = new ArrayList<Piece>();
        int at = start;
        for (var span : spans) {
            if (span.start() >= at && span.end() <= end) {
                if (span.start() > at) {
                    pieces.add(new Piece(text.substring(at, span.start()), false));
                }
                pieces.add(new Piece(text.substring(span.start(), span.end()), true));
                at = span.end();
            }
        }
        if (at < end) {
            pieces.add(new Piece(text.substring(at, end), false));
        }
        return List.copyOf(pieces);
    }
}
