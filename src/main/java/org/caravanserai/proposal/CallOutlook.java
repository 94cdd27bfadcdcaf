package org.caravanserai.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.people.SignedIn;
import org.caravanserai.platform.Arrival;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells organisers how the calls of their meetings stand. */
@Service
public class CallOutlook {

    private static final int MOST_MEETINGS = 20;

    private final Meetings meetings;
    private final Calls calls;
    private final Access access;
    private final Arrival arrival;

    CallOutlook(Meetings meetings, Calls calls, Access access, Arrival arrival) {
        this.meetings = meetings;
        this.calls = calls;
        this.access = access;
        this.arrival = arrival;
    }

    /**
     * How the call of a meeting stands.
     *
     * @param state empty while the meeting has no call
     * @param closesAt empty while the meeting has no call
     * @param over whether the meeting itself has ended, by its own clock
     */
    public record Outlook(
            MeetingSummary meeting, Optional<CallState> state, Optional<Instant> closesAt, boolean over) {}

    /** The meetings that the acting person organises, the latest first, each with how its call stands. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Outlook> organised() {
        var organised = access.meetingsAs(Role.ORGANISER);
        if (organised.isEmpty()) {
            return List.of();
        }
        var now = arrival.instant();
        Map<UUID, Call> made = calls.findByMeetingIn(organised).stream()
                .collect(Collectors.toMap(call -> call.meeting().value(), Function.identity()));
        return meetings.summariesOf(organised, 0, MOST_MEETINGS).stream()
                .map(meeting -> {
                    var call = Optional.ofNullable(made.get(meeting.key()));
                    var today = LocalDate.ofInstant(now, ZoneId.of(meeting.zone()));
                    return new Outlook(
                            meeting,
                            call.map(c -> c.stateAt(now)),
                            call.map(Call::closesAt),
                            meeting.lastDay().isBefore(today));
                })
                .toList();
    }
}
