package org.caravanserai.partnering.tables;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.partnering.tables.solver.TablesProblem;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** An event of a meeting at which people meet two by two at tables, in slots. */
@Entity
class PartneringEvent extends Aggregate {

    static final int SHORTEST_SLOT = 5;
    static final int LONGEST_SLOT = 180;
    static final int LONGEST_PAUSE = 60;

    private UUID meeting;

    private LocalizedText title;

    @Enumerated(EnumType.STRING)
    private EventState state = EventState.DRAFT;

    private Instant wishesUntil;

    private int slotMinutes;

    private int pauseMinutes;

    @Convert(converter = EventWindowsConverter.class)
    private List<EventWindow> windows = List.of();

    @SuppressWarnings("NullAway.Init")
    protected PartneringEvent() {}

    PartneringEvent(MeetingId meeting, EventPlan plan) {
        this.meeting = meeting.value();
        take(plan);
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    LocalizedText title() {
        return title;
    }

    EventState state() {
        return state;
    }

    Instant wishesUntil() {
        return wishesUntil;
    }

    EventPlan plan() {
        return new EventPlan(title, wishesUntil, slotMinutes, pauseMinutes, windows);
    }

    /** Whether people may enlist and wish now. */
    boolean takesWishes(Instant now) {
        return state == EventState.OPEN && now.isBefore(wishesUntil);
    }

    /**
     * Changes what it is.
     *
     * @throws Refusal if that cannot be, or times change after people have been asked
     */
    void change(EventPlan plan) {
        if (state != EventState.DRAFT && !plan.sameTimes(plan())) {
            throw Refusal.at("windows", "tables.refused.times");
        }
        take(plan);
    }

    private void take(EventPlan plan) {
        plan.require();
        title = plan.title();
        wishesUntil = plan.wishesUntil();
        slotMinutes = plan.slotMinutes();
        pauseMinutes = plan.pauseMinutes();
        windows = plan.windows().stream().sorted().toList();
        if (count() > TablesProblem.MOST_SLOTS) {
            throw Refusal.at("windows", "tables.refused.slots", TablesProblem.MOST_SLOTS);
        }
    }

    private long count() {
        return slots(ZoneId.of("UTC")).size();
    }

    /** Leads it on or back. */
    void lead(EventState to) {
        if (!state.next().contains(to)) {
            throw Refusal.of("tables.refused.state");
        }
        state = to;
    }

    /** People are told whom they meet. */
    void giveOut() {
        if (state != EventState.CLOSED && !state.isGivenOut() || state == EventState.OVER) {
            throw Refusal.of("tables.refused.state");
        }
        if (state == EventState.CLOSED) {
            state = EventState.GIVEN_OUT;
        }
    }

    /** Its slots in order of time; a window's rest that is shorter than a slot is left over. */
    List<EventSlot> slots(ZoneId zone) {
        var slots = new ArrayList<EventSlot>();
        for (var window : windows) {
            var end = window.day().atTime(window.until());
            for (var from = window.day().atTime(window.from());
                    !from.plusMinutes(slotMinutes).isAfter(end);
                    from = from.plusMinutes(slotMinutes + pauseMinutes)) {
                slots.add(new EventSlot(
                        slots.size(),
                        window.day(),
                        from.atZone(zone).toInstant(),
                        from.plusMinutes(slotMinutes).atZone(zone).toInstant()));
            }
        }
        return slots;
    }
}
