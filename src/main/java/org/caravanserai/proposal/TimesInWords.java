package org.caravanserai.proposal;

import java.util.Collection;
import java.util.List;
import org.caravanserai.shell.Words;

/** Says which half-days do not suit whoever proposes, in the reader's words. */
public final class TimesInWords {

    private TimesInWords() {}

    /** A sentence for each time, in their order. */
    public static List<String> of(Words words, Collection<UnsuitableTime> times) {
        return times.stream().map(time -> of(words, time)).toList();
    }

    private static String of(Words words, UnsuitableTime time) {
        var when = time.part() == UnsuitableTime.Part.DAY
                ? words.day(time.day())
                : words.day(time.day()) + " · "
                        + words.get("proposal.part." + time.part().name());
        return time.strength() == UnsuitableTime.Strength.CANNOT
                ? words.get("conflict.times.cannot", when)
                : words.get("conflict.times.ratherNot", when);
    }
}
