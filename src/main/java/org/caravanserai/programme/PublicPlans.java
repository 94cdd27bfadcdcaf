package org.caravanserai.programme;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.RoomPlanSetUp;
import org.caravanserai.meeting.RoomPlanView;
import org.caravanserai.meeting.RoomPlansChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The plans of a meeting's rooms, which belong to the place and not to a release. They are answered from memory: what this
 * process changes is known at once, what another one does within two seconds, as with releases.
 */
@Component
public class PublicPlans {

    private final RoomPlanSetUp plans;
    private final LoadingCache<UUID, List<RoomPlanView>> byMeeting;

    PublicPlans(RoomPlanSetUp plans) {
        this.plans = plans;
        this.byMeeting = Caffeine.newBuilder()
                .maximumSize(1_000)
                .refreshAfterWrite(Duration.ofSeconds(2))
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(meeting -> plans.of(new MeetingId(meeting)));
    }

    /** The plans in their order. */
    public List<RoomPlanView> of(MeetingId meeting) {
        return byMeeting.get(meeting.value());
    }

    /** Changes whenever {@link #of} answers otherwise; empty if there are no plans. */
    public String edition(MeetingId meeting) {
        var all = of(meeting);
        return all.isEmpty()
                ? ""
                : all.stream()
                        .map(plan -> plan.key() + "." + plan.version() + plan.spots())
                        .collect(Collectors.joining(","));
    }

    /** The bytes of a plan's picture; empty if the meeting shows no such picture. */
    public Optional<byte[]> picture(MeetingId meeting, UUID picture) {
        return plans.pictureOf(meeting, picture);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RoomPlansChanged event) {
        byMeeting.invalidate(event.meeting().value());
    }
}
