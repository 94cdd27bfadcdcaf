package org.caravanserai.gathering.poll;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/**
 * A poll as somebody who is asked sees it: what she needs to answer, and of others what the organiser lets her see.
 *
 * @param language what title and text are written in
 * @param meeting the name of the meeting it belongs to, if that is open
 * @param guest as whom she answers
 * @param zone the organiser's clocks
 * @param ownZone her own, if her profile tells it
 * @param answerable whether it can be answered now
 * @param lines the candidates, the earliest first
 * @param answered whether she has answered before
 * @param note what she wrote beside her answers
 * @param said what others wrote beside theirs, where names are shown
 */
public record PollSheet(
        PollId poll,
        String code,
        String title,
        String text,
        Language language,
        Optional<LocalizedText> meeting,
        PollPlace place,
        PersonName organiser,
        PersonName guest,
        ZoneId zone,
        Optional<ZoneId> ownZone,
        Optional<Instant> deadline,
        PollState state,
        boolean answerable,
        Showing showing,
        List<Line> lines,
        Optional<UUID> chosen,
        boolean answered,
        String note,
        List<Said> said) {

    /**
     * A candidate.
     *
     * @param own what she has said to it
     * @param yes the others, as far as she may see them, who come gladly
     */
    public record Line(UUID key, CandidateTime time, Optional<Choice> own, Others yes, Others ifNeedBe, Others no) {}

    /**
     * Those who answered one thing, she among them.
     *
     * @param count how many; 0 where that is not shown
     * @param names who; empty where that is not shown
     */
    public record Others(int count, List<PersonName> names) {}

    /** What somebody wrote beside her answers. */
    public record Said(PersonName name, String note) {}

    /** The time that was chosen. */
    public Optional<CandidateTime> chosenTime() {
        return chosen.flatMap(key ->
                lines.stream().filter(l -> l.key().equals(key)).findFirst().map(Line::time));
    }
}
