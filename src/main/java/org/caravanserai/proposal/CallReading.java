package org.caravanserai.proposal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingAccess;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.people.Everyone;
import org.caravanserai.platform.Arrival;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells anyone what a meeting calls for. Calls of meetings hidden from the public are told to those with a role there. */
@Service
public class CallReading {

    private final Calls calls;
    private final CallTypes types;
    private final Questions questions;
    private final LateLinks links;
    private final SessionTypes sessionTypes;
    private final MeetingAccess access;
    private final Arrival arrival;

    CallReading(
            Calls calls,
            CallTypes types,
            Questions questions,
            LateLinks links,
            SessionTypes sessionTypes,
            MeetingAccess access,
            Arrival arrival) {
        this.calls = calls;
        this.types = types;
        this.questions = questions;
        this.links = links;
        this.sessionTypes = sessionTypes;
        this.access = access;
        this.arrival = arrival;
    }

    /**
     * What a late link offers.
     *
     * @param endsAt by when the proposal must be handed in
     */
    public record LateOffer(MeetingId meeting, Instant endsAt, int usesLeft) {}

    /** A call that takes proposals now, for lists of what one can propose to. */
    public record OpenCall(MeetingId meeting, Instant closesAt) {}

    /** The call of a meeting; empty if it has none or the acting person may not see the meeting. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<CallView> of(MeetingId meeting) {
        return access.maySee(meeting.value())
                ? calls.findByMeeting(meeting.value()).map(this::view)
                : Optional.empty();
    }

    /** The calls of meetings open to the public that take proposals now, those that close first before others. */
    @Everyone
    @Transactional(readOnly = true)
    public List<OpenCall> openNow() {
        var now = arrival.instant();
        return calls.openOfPublicMeetings(now).stream()
                .map(c -> new OpenCall(c.meeting(), c.closesAt()))
                .toList();
    }

    /** What a late link with this secret offers now; empty if there is none, it is used up, withdrawn or has ended. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<LateOffer> lateOffer(String secret) {
        return links.findBySecretHash(LateLink.hash(secret))
                .filter(link -> link.isUsableAt(arrival.instant()))
                .flatMap(link -> calls.findById(link.call())
                        .filter(call -> access.maySee(call.meeting().value()))
                        .map(call -> new LateOffer(call.meeting(), link.endsAt(), link.usesLeft())));
    }

    private CallView view(Call call) {
        var limits = new HashMap<UUID, CallType>();
        types.findByCall(call.key()).forEach(type -> limits.put(type.sessionType(), type));
        return new CallView(
                call.key(),
                call.meeting(),
                call.opensAt(),
                call.closesAt(),
                call.text(),
                call.stateAt(arrival.instant()),
                allowed(call.meeting(), limits),
                questions.findByCallOrderByPosition(call.key()).stream()
                        .filter(q -> !q.isRemoved())
                        .map(CallView.Asked::of)
                        .toList());
    }

    private List<CallView.AllowedType> allowed(MeetingId meeting, Map<UUID, CallType> limits) {
        return sessionTypes.findByMeetingOrderByPosition(meeting.value()).stream()
                .flatMap(type ->
                        Optional.ofNullable(limits.get(type.key())).stream().map(limit -> allowed(type, limit)))
                .toList();
    }

    private static CallView.AllowedType allowed(SessionType type, CallType limit) {
        return new CallView.AllowedType(
                type.key(),
                type.typeKey(),
                type.name(),
                type.kind(),
                Math.clamp(type.minutes(), limit.minMinutes(), limit.maxMinutes()),
                limit.minMinutes(),
                limit.maxMinutes());
    }
}
