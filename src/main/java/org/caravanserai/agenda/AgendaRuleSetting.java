package org.caravanserai.agenda;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.agenda.conflict.ConflictKind;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the organisers of a meeting decide which conflicts forbid a move, which are marked, and which are not looked for. */
@Service
public class AgendaRuleSetting {

    /** The version of rules that nobody has changed yet. */
    public static final long NEVER_CHANGED = -1;

    private final AgendaRulesStore store;
    private final SessionTypes types;
    private final LiveAgendas agendas;

    AgendaRuleSetting(AgendaRulesStore store, SessionTypes types, LiveAgendas agendas) {
        this.store = store;
        this.types = types;
        this.agendas = agendas;
    }

    /**
     * The rules of a meeting as they are.
     *
     * @param version what a change of them must name
     * @param counts how many conflicts of each kind the agenda has now; kinds without any are not there
     * @param types what sessions there can be, in the meeting's order
     */
    public record Standing(long version, MeetingRules rules, Map<ConflictKind, Integer> counts, List<TypeOf> types) {}

    /** A type of sessions. */
    public record TypeOf(UUID key, LocalizedText name) {}

    /** The rules of a meeting, and what they find in its agenda. */
    @Transactional(readOnly = true)
    @PreAuthorize("@access.organiser(#meeting.value)")
    public Standing read(MeetingId meeting) {
        var rules = store.findByMeeting(meeting.value());
        return new Standing(
                rules.map(AgendaRules::version).orElse(NEVER_CHANGED),
                rules.map(AgendaRules::rules).orElse(MeetingRules.USUAL),
                agendas.fresh(meeting).counts(),
                types.findByMeetingOrderByPosition(meeting.value()).stream()
                        .filter(type -> type.kind() == SessionType.Kind.SESSION)
                        .map(type -> new TypeOf(type.key(), type.name()))
                        .toList());
    }

    /**
     * Changes the rules; they hold at once. What already stands in the agenda stays, also where a move to it would now be
     * refused.
     *
     * @param seen the version that the change was made looking at
     * @return the version made
     * @throws Refusal if a day ends before it begins, or a number is out of range
     */
    @Transactional
    @PreAuthorize("@access.organiser(#meeting.value)")
    public long change(MeetingId meeting, long seen, MeetingRules rules) {
        // Of two who change them at once, one waits here for the other.
        agendas.changed(meeting);
        var stored = store.findByMeeting(meeting.value());
        if (stored.map(AgendaRules::version).orElse(NEVER_CHANGED) != seen) {
            throw new OptimisticLockingFailureException(
                    "the agenda rules of " + meeting + " have moved on from " + seen);
        }
        var changed = stored.orElseGet(() -> new AgendaRules(meeting, rules));
        changed.change(rules);
        return store.saveAndFlush(changed).version();
    }
}
