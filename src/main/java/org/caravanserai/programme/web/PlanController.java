package org.caravanserai.programme.web;

import java.time.Duration;
import java.util.UUID;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.RoomPlanSetUp;
import org.caravanserai.meeting.RoomPlanView;
import org.caravanserai.people.Access;
import org.caravanserai.programme.PublicPlans;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Sends the pictures of plans, which are made of pixels alone: to everyone those of open meetings, else to organisers. */
@Controller
class PlanController {

    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofDays(7)).cachePublic().immutable();

    private final PageServing serving;
    private final PublicPlans plans;
    private final RoomPlanSetUp setUp;
    private final MeetingDirectory meetings;
    private final Access access;

    PlanController(
            PageServing serving, PublicPlans plans, RoomPlanSetUp setUp, MeetingDirectory meetings, Access access) {
        this.serving = serving;
        this.plans = plans;
        this.setUp = setUp;
        this.meetings = meetings;
        this.access = access;
    }

    /** A picture never changes under its address. */
    @GetMapping("/m/{slug}/plans/{pictureKey}")
    ResponseEntity<byte[]> open(@PathVariable String slug, @PathVariable UUID pictureKey) {
        var meeting = serving.programme(slug).meetingId();
        var plan = plans.of(meeting).stream()
                .filter(p -> p.picture().equals(pictureKey))
                .findFirst()
                .orElseThrow(PageServing::notFound);
        return sent(plan, KEEP, plans.picture(meeting, pictureKey).orElseThrow(PageServing::notFound));
    }

    /** For whoever sets the meeting up, whether or not it is open. */
    @GetMapping("/meetings/{slug}/plans/{planKey}")
    ResponseEntity<byte[]> own(@PathVariable String slug, @PathVariable UUID planKey) {
        var meeting = meetings.bySlug(slug)
                .filter(m -> access.organiser(m.id().value()))
                .orElseThrow(PageServing::notFound)
                .id();
        var plan = setUp.list(meeting).stream()
                .filter(p -> p.key().equals(planKey))
                .findFirst()
                .orElseThrow(PageServing::notFound);
        return sent(plan, CacheControl.noStore().cachePrivate(), setUp.picture(meeting, planKey));
    }

    private static ResponseEntity<byte[]> sent(RoomPlanView plan, CacheControl caching, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(plan.mediaType()))
                .cacheControl(caching)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(bytes);
    }
}
