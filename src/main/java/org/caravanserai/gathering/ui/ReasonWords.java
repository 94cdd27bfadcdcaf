package org.caravanserai.gathering.ui;

import com.ibm.icu.text.ListFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.gathering.finding.Reason;
import org.caravanserai.gathering.finding.TimeSearch.Who;
import org.caravanserai.people.PersonId;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;

/** Puts into words why a time was chosen. */
final class ReasonWords {

    private final Words words;
    private final Map<PersonId, Who> people;

    ReasonWords(Words words, Map<PersonId, Who> people) {
        this.words = words;
        this.people = people;
    }

    /** The reasons, a sentence each; the parts of the day in which people live share one. */
    List<String> of(List<Reason> reasons) {
        var sentences = new ArrayList<String>();
        var parts = new ArrayList<String>();
        for (var reason : reasons) {
            switch (reason) {
                case Reason.Everyone all ->
                    sentences.add(words.get("finding.reason.everyone", words.get("finding.suits." + all.suits())));
                case Reason.Some some ->
                    sentences.add(words.get(
                            "finding.reason.some", names(some.people()), words.get("finding.suits." + some.suits())));
                case Reason.OnHoliday holiday ->
                    sentences.add(words.get("finding.reason.holiday", names(holiday.people())));
                case Reason.Rotation rotation ->
                    sentences.add(words.get("finding.reason.rotation", names(rotation.people())));
                case Reason.PartOfDay day ->
                    parts.add(words.get(
                            "finding.reason.part",
                            Moments.city(words.language(), day.zone()),
                            words.get("finding.part." + day.part())));
            }
        }
        if (!parts.isEmpty()) {
            sentences.add(String.join(" · ", parts));
        }
        return sentences;
    }

    String names(List<PersonId> who) {
        return ListFormatter.getInstance(words.language().icuLocale())
                .format(who.stream()
                        .flatMap(each -> Optional.ofNullable(people.get(each)).stream())
                        .map(each -> words.name(each.name()))
                        .toList());
    }
}
