package org.caravanserai.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;

/**
 * The sessions of a programme that somebody has chosen, by day, each with the chosen ones at the same time.
 *
 * @param days in order; days without a chosen session are left out
 */
public record PersonalProgramme(List<Day> days) {

    /** A day with its chosen sessions, by start. */
    public record Day(LocalDate date, List<Chosen> sessions) {}

    /** A chosen session; {@code overlaps} are others that go on while it does. */
    public record Chosen(SessionPart session, List<SessionPart> overlaps) {}

    /** The sessions with these codes; codes that are not in the programme are passed over. */
    public static PersonalProgramme of(Programme programme, Collection<String> codes) {
        Set<String> wanted = codes.stream().map(c -> c.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        var chosen = programme.find(ProgrammeFilter.NONE).stream()
                .filter(s -> wanted.contains(s.code()))
                .toList();
        var days = new TreeMap<LocalDate, List<Chosen>>();
        for (var session : chosen) {
            days.computeIfAbsent(programme.dayOf(session), d -> new ArrayList<>())
                    .add(new Chosen(
                            session,
                            chosen.stream()
                                    .filter(other -> overlap(session, other))
                                    .toList()));
        }
        return new PersonalProgramme(days.entrySet().stream()
                .map(e -> new Day(e.getKey(), List.copyOf(e.getValue())))
                .toList());
    }

    /** How many sessions are chosen. */
    public int count() {
        return days.stream().mapToInt(d -> d.sessions().size()).sum();
    }

    /** What is cancelled takes nobody's time; what begins as another ends does not overlap it. */
    private static boolean overlap(SessionPart one, SessionPart other) {
        return !one.key().equals(other.key())
                && !one.cancelled()
                && !other.cancelled()
                && one.start().isBefore(other.end())
                && other.start().isBefore(one.end());
    }
}
