package org.caravanserai.review.reviewing;

import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caravanserai.people.PersonId;
import org.caravanserai.review.reviewing.Discussing.Participant;

/**
 * Whom a text calls on: a participant's whole published name behind an {@code @} that begins a word. Of names that begin
 * alike the longest counts. Who bears the same name is called on, too.
 */
public final class Mentions {

    private Mentions() {}

    /** How a participant is called on. */
    public static String of(Participant participant) {
        return "@" + participant.name().published();
    }

    /** The participants whom a text calls on. */
    public static Set<PersonId> in(String text, Collection<Participant> participants) {
        var byLength = participants.stream()
                .sorted(Comparator.comparingInt((Participant p) -> of(p).length())
                        .reversed())
                .toList();
        var called = new HashSet<PersonId>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at))) {
                called.addAll(called(text, at, byLength));
            }
        }
        return called;
    }

    private static List<PersonId> called(String text, int at, List<Participant> byLength) {
        for (var participant : byLength) {
            var name = of(participant);
            if (text.startsWith(name, at) && endsAt(text, at + name.length())) {
                return byLength.stream()
                        .filter(p -> of(p).equals(name))
                        .map(Participant::person)
                        .toList();
            }
        }
        return List.of();
    }

    /** A word ends before what is no letter, and before one of another script: @SATO Junichiさん. */
    private static boolean endsAt(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        int next = text.codePointAt(end);
        return !Character.isLetterOrDigit(next)
                || (Character.isLetter(next) && UnicodeScript.of(next) != UnicodeScript.of(text.codePointBefore(end)));
    }
}
