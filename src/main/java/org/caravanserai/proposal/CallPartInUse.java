package org.caravanserai.proposal;

import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.PartInUse;
import org.springframework.stereotype.Component;

/** Keeps topics and session types that proposals or a call refer to. */
@Component
class CallPartInUse implements PartInUse {

    private final Proposals proposals;
    private final CallTypes types;

    CallPartInUse(Proposals proposals, CallTypes types) {
        this.proposals = proposals;
        this.types = types;
    }

    @Override
    public Optional<String> whyNeeded(MeetingId meeting, UUID part) {
        if (proposals.refersTo(meeting.value(), part, "%" + part + "%")) {
            return Optional.of("call.uses.proposal");
        }
        return types.existsBySessionType(part) ? Optional.of("call.uses.type") : Optional.empty();
    }
}
