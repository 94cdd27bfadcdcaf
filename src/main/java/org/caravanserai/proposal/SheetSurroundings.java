package org.caravanserai.proposal;

import java.util.HashMap;
import java.util.Map;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topics;
import org.caravanserai.proposal.sheet.SheetPlan;
import org.caravanserai.proposal.sheet.Surroundings;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what of a meeting its sheets are read against. */
@Component
class SheetSurroundings {

    private final Meetings meetings;
    private final SessionTypes types;
    private final Topics topics;
    private final CallReading calls;
    private final Proposals proposals;

    SheetSurroundings(Meetings meetings, SessionTypes types, Topics topics, CallReading calls, Proposals proposals) {
        this.meetings = meetings;
        this.types = types;
        this.topics = topics;
        this.calls = calls;
        this.proposals = proposals;
    }

    /** @throws Refusal if the meeting has no type of which a proposal could be */
    Surroundings of(MeetingId id) {
        var meeting = meetings.findById(id.value()).orElseThrow();
        var call = calls.of(id);
        var offered = types.findByMeetingOrderByPosition(id.value()).stream()
                .filter(t -> t.kind() != SessionType.Kind.ITEM)
                .map(t -> {
                    var allowed = call.flatMap(c -> c.type(t.key()));
                    return new Surroundings.Type(
                            t.key(),
                            t.typeKey(),
                            t.name(),
                            t.kind(),
                            t.minutes(),
                            allowed.map(CallView.AllowedType::minMinutes).orElse(0),
                            allowed.map(CallView.AllowedType::maxMinutes).orElse(0));
                })
                .toList();
        if (offered.isEmpty()) {
            throw Refusal.of("sheet.types.none");
        }
        return new Surroundings(
                offered,
                topics.findByMeetingOrderByPosition(id.value()).stream()
                        .map(t -> new Surroundings.Topic(t.key(), t.topicKey(), t.name()))
                        .toList(),
                call.stream()
                        .flatMap(c -> c.questions().stream())
                        .map(q -> new Surroundings.Asked(q.key(), q.kind(), q.label(), q.options()))
                        .toList(),
                meeting.languages());
    }

    /** What the meeting has already. */
    SheetPlan.Known known(MeetingId id) {
        Map<String, String> byExternalId = new HashMap<>();
        Map<String, String> byTitle = new HashMap<>();
        Map<String, String> unnamed = new HashMap<>();
        for (var row : proposals.titlesOf(id.value())) {
            var code = (String) row[0];
            @Nullable Object external = row[2];
            var named = external != null && !external.equals("");
            if (named) {
                byExternalId.put(external.toString(), code);
            }
            var title = (LocalizedText) row[1];
            for (var language : title.languages()) {
                var key = SheetPlan.titleKey(title.exactly(language));
                byTitle.putIfAbsent(key, code);
                if (!named) {
                    unnamed.putIfAbsent(key, code);
                }
            }
        }
        return new SheetPlan.Known(byExternalId, byTitle, unnamed);
    }
}
