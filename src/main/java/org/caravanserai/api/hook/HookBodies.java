package org.caravanserai.api.hook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.agenda.Publications;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.agenda.ReleaseDifference.Change;
import org.caravanserai.agenda.ReleaseDifference.SessionChange;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.text.LocalizedText;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What programs are told. Of a release, what everybody may read; of a proposal, its code and where it stands, for whoever may
 * read more asks with a token of her own and gets what a double-blind review lets her have.
 */
@Component
class HookBodies {

    /** The most sessions that one message tells of. */
    static final int MOST_SESSIONS = 500;

    private static final JsonMapper JSON = new JsonMapper();

    private final Meetings meetings;
    private final Proposals proposals;
    private final Publications publications;
    private final PeopleProperties installation;

    HookBodies(Meetings meetings, Proposals proposals, Publications publications, PeopleProperties installation) {
        this.meetings = meetings;
        this.proposals = proposals;
        this.publications = publications;
        this.installation = installation;
    }

    /** What to say; empty if there is nothing that may be said, as when the meeting is hidden or the proposal gone. */
    Optional<String> make(Hook hook, HookDelivery delivery) {
        return meetings.findById(hook.meeting().value())
                .flatMap(meeting -> data(meeting, delivery).map(data -> {
                    var all = new LinkedHashMap<String, Object>();
                    all.put("id", delivery.key().toString());
                    all.put("event", delivery.event().id());
                    all.put("audience", delivery.event().audience().name().toLowerCase(Locale.ROOT));
                    all.put("at", delivery.happenedAt().toString());
                    all.put("meeting", meeting.slug().value());
                    all.put("data", data);
                    return JSON.writeValueAsString(all);
                }));
    }

    private Optional<Map<String, Object>> data(Meeting meeting, HookDelivery delivery) {
        return switch (delivery.event()) {
            case RELEASE_PUBLISHED -> release(meeting, delivery).map(release -> published(meeting, release));
            case SESSIONS_CHANGED ->
                release(meeting, delivery)
                        .filter(release -> !release.difference().isEmpty())
                        .map(HookBodies::changed);
            case PROPOSAL_SUBMITTED, PROPOSAL_REVISED, PROPOSAL_CONFIRMED, PROPOSAL_WITHDRAWN ->
                delivery.proposal().flatMap(proposals::findById).map(found -> of(found, "state", delivery));
            case DECISION_SENT ->
                delivery.proposal().flatMap(proposals::findById).map(found -> of(found, "verdict", delivery));
            case TEST -> Optional.of(Map.of());
        };
    }

    /** The release, if the public sees it at this moment. */
    private Optional<ReleaseSummary> release(Meeting meeting, HookDelivery delivery) {
        // Another process may have published: what this one remembers is not asked.
        return publications.current(meeting.id()).stream()
                .flatMap(latest -> publications.releases(meeting.id()).stream())
                .filter(release -> release.number() == delivery.releaseNumber())
                .findFirst();
    }

    private Map<String, Object> published(Meeting meeting, ReleaseSummary release) {
        var data = new LinkedHashMap<String, Object>();
        data.put("release", release.number());
        data.put("publishedAt", release.publishedAt().toString());
        data.put("note", texts(release.note()));
        data.put("changedSessions", release.difference().changes().size());
        data.put("page", installation.address("/m/" + meeting.slug().value() + "/programme"));
        data.put(
                "api",
                installation.address("/api/v1/meetings/" + meeting.slug().value() + "/releases/" + release.number()));
        return data;
    }

    private static Map<String, Object> changed(ReleaseSummary release) {
        var changes = release.difference().changes();
        var data = new LinkedHashMap<String, Object>();
        data.put("release", release.number());
        data.put(
                "sessions",
                changes.stream().limit(MOST_SESSIONS).map(HookBodies::session).toList());
        data.put("more", Math.max(0, changes.size() - MOST_SESSIONS));
        return data;
    }

    private static Map<String, Object> session(SessionChange change) {
        var session = new LinkedHashMap<String, Object>();
        session.put("id", change.code());
        session.put("title", texts(change.title()));
        session.put("start", change.start().toString());
        session.put(
                "changes",
                change.changes().stream().map(HookBodies::word).distinct().toList());
        return session;
    }

    /** What kind of change it is; who is concerned is read in the programme. */
    private static String word(Change change) {
        return switch (change) {
            case Change.Added _ -> "added";
            case Change.WasTalk _ -> "added";
            case Change.Removed _ -> "removed";
            case Change.BecameTalk _ -> "removed";
            case Change.Cancelled _ -> "cancelled";
            case Change.Reinstated _ -> "reinstated";
            case Change.OtherTime _ -> "time";
            case Change.OtherRoom _ -> "room";
            case Change.OtherLength _ -> "length";
            case Change.OtherPeople _ -> "people";
            case Change.OtherTitle _ -> "title";
            case Change.OtherTalks _ -> "talks";
        };
    }

    private Map<String, Object> of(Proposal proposal, String member, HookDelivery delivery) {
        var data = new LinkedHashMap<String, Object>();
        data.put("proposal", proposal.code());
        data.put(member, delivery.standing());
        data.put("api", installation.address("/api/v1/proposals/" + proposal.code()));
        return data;
    }

    private static Map<String, String> texts(LocalizedText text) {
        var byTag = new LinkedHashMap<String, String>();
        text.texts().forEach((language, words) -> byTag.put(language.tag(), words));
        return byTag;
    }
}
