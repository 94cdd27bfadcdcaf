package org.caravanserai.proposal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingCopied;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Shift;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings the call along when a meeting is copied: text, allowed types and questions, with its dates as much later. */
@Component
class CallCopying {

    private final Meetings meetings;
    private final SessionTypes sessionTypes;
    private final Calls calls;
    private final CallTypes types;
    private final Questions questions;

    CallCopying(Meetings meetings, SessionTypes sessionTypes, Calls calls, CallTypes types, Questions questions) {
        this.meetings = meetings;
        this.sessionTypes = sessionTypes;
        this.calls = calls;
        this.types = types;
        this.questions = questions;
    }

    @EventListener
    void on(MeetingCopied event) {
        calls.findByMeeting(event.source().value()).ifPresent(call -> copy(call, event));
    }

    private void copy(Call call, MeetingCopied event) {
        var from = meeting(event.source().value());
        var to = meeting(event.copy().value());
        var copy = new Call(
                to.id(),
                Shift.later(call.opensAt(), from.zone(), to.zone(), event.days()),
                Shift.later(call.closesAt(), from.zone(), to.zone(), event.days()));
        copy.describe(call.text());
        calls.save(copy);
        var typeOf = typesOfCopy(event);
        for (var type : types.findByCall(call.key())) {
            var there = typeOf.get(type.sessionType());
            if (there != null) {
                types.save(new CallType(copy, there, type.minMinutes(), type.maxMinutes()));
            }
        }
        for (var question : questions.findByCallOrderByPosition(call.key())) {
            if (!question.isRemoved()) {
                var asked = new LinkedHashSet<UUID>();
                // A type that is gone keeps its key, or a question for that type alone would be asked for all.
                question.types().forEach(type -> asked.add(typeOf.getOrDefault(type, type)));
                questions.save(new Question(
                        copy,
                        question.position(),
                        new Question.Content(
                                question.kind(),
                                question.label(),
                                question.help(),
                                question.options(),
                                question.isRequired(),
                                asked,
                                question.isIdentifying())));
            }
        }
    }

    private Meeting meeting(UUID key) {
        return meetings.findById(key).orElseThrow();
    }

    private Map<UUID, UUID> typesOfCopy(MeetingCopied event) {
        var byTypeKey = new HashMap<String, UUID>();
        for (SessionType type :
                sessionTypes.findByMeetingOrderByPosition(event.copy().value())) {
            byTypeKey.put(type.typeKey(), type.key());
        }
        var typeOf = new HashMap<UUID, UUID>();
        for (SessionType type :
                sessionTypes.findByMeetingOrderByPosition(event.source().value())) {
            var there = byTypeKey.get(type.typeKey());
            if (there != null) {
                typeOf.put(type.key(), there);
            }
        }
        return typeOf;
    }
}
