package org.caravanserai.proposal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingMilestones;
import org.springframework.stereotype.Component;

/** Tells when calls open and close. */
@Component
class CallMilestones implements MeetingMilestones {

    private final Calls calls;
    private final Clock clock;

    CallMilestones(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Map<MeetingId, Milestone> next(Collection<MeetingId> meetings) {
        var now = clock.instant();
        var next = new HashMap<MeetingId, Milestone>();
        for (var call :
                calls.findByMeetingIn(meetings.stream().map(MeetingId::value).toList())) {
            switch (call.stateAt(now)) {
                case NOT_YET -> next.put(call.meeting(), new Milestone("call.next.opens", call.opensAt()));
                case OPEN -> next.put(call.meeting(), new Milestone("call.next.closes", call.closesAt()));
                case CLOSED -> {
                    // Nothing more will happen.
                }
            }
        }
        return next;
    }
}
