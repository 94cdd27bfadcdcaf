package org.caravanserai.gathering.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentOccasions;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of an appointment write down what they decide. Each of them may add to it, change it and take it out. */
@Service
@PreAuthorize("@appointmentAccess.maySee(#appointment)")
public class NotesDeciding {

    /** The most characters of a decision. */
    public static final int LONGEST = NotesDecision.LONGEST;

    /** The most decisions of one day. */
    public static final int MOST = 100;

    private final NotesDecisions decisions;
    private final SharedNotes shared;
    private final NotesStore store;
    private final AppointmentOccasions occasions;

    NotesDeciding(NotesDecisions decisions, SharedNotes shared, NotesStore store, AppointmentOccasions occasions) {
        this.decisions = decisions;
        this.shared = shared;
        this.store = store;
        this.occasions = occasions;
    }

    /**
     * What a decision says.
     *
     * @param doer the key of the participant who does it; empty if that is open or nobody's
     * @param dueOn the day by which, the same day everywhere
     */
    public record Content(String text, Optional<UUID> doer, Optional<LocalDate> dueOn) {}

    /**
     * A decision.
     *
     * @param version to be given back with a change
     * @param doer who does it, by name
     */
    public record Decision(UUID key, long version, Content content, Optional<PersonName> doer) {}

    /** Somebody who can do what is decided. */
    public record Doer(UUID key, PersonName name) {}

    /** What was decided on a day, in the order in which it was. */
    @Transactional(readOnly = true)
    public List<Decision> of(AppointmentId appointment, LocalDate day) {
        var all = decisions.of(NotesStore.key(appointment, day));
        var guests = all.isEmpty() ? List.<AppointmentOccasions.Guest>of() : occasions.guests(appointment);
        return all.stream()
                .map(one -> new Decision(
                        one.key(),
                        one.version(),
                        one.content(),
                        one.content()
                                .doer()
                                .flatMap(doer -> guests.stream()
                                        .filter(guest -> guest.key().equals(doer))
                                        .map(AppointmentOccasions.Guest::name)
                                        .findFirst())))
                .toList();
    }

    /** Everybody who can be said to do something. */
    @Transactional(readOnly = true)
    public List<Doer> doers(AppointmentId appointment) {
        return occasions.guests(appointment).stream()
                .map(guest -> new Doer(guest.key(), guest.name()))
                .toList();
    }

    /**
     * Writes down what was decided.
     *
     * @throws Refusal if it says nothing or too much, or nobody writes here any more
     */
    @Transactional
    public void add(AppointmentId appointment, LocalDate day, Content content) {
        shared.requireOpen(appointment, day);
        requireInvited(appointment, content);
        var notes = store.locked(appointment, day).notes();
        if (decisions.countByNotes(notes) >= MOST) {
            throw Refusal.of("notes.decision.many", MOST);
        }
        decisions.save(new NotesDecision(notes, content));
        store.changed(notes);
    }

    /**
     * Says otherwise what was decided.
     *
     * @throws Refusal if it says nothing or too much, nobody writes here any more, or somebody was quicker
     */
    @Transactional
    public void change(AppointmentId appointment, LocalDate day, UUID decision, long version, Content content) {
        shared.requireOpen(appointment, day);
        requireInvited(appointment, content);
        var changed = one(appointment, day, decision);
        try {
            changed.requireVersion(version);
        } catch (OptimisticLockingFailureException e) {
            throw Refusal.of("notes.decision.stale");
        }
        changed.put(content);
        decisions.save(changed);
        store.changed(changed.notes());
    }

    /**
     * Takes out what was decided.
     *
     * @throws Refusal if nobody writes here any more, or it is gone
     */
    @Transactional
    public void remove(AppointmentId appointment, LocalDate day, UUID decision) {
        shared.requireOpen(appointment, day);
        var removed = one(appointment, day, decision);
        decisions.delete(removed);
        store.changed(removed.notes());
    }

    private NotesDecision one(AppointmentId appointment, LocalDate day, UUID decision) {
        return decisions
                .findById(decision)
                .filter(one -> one.notes().equals(NotesStore.key(appointment, day)))
                .orElseThrow(() -> Refusal.of("notes.decision.gone"));
    }

    private void requireInvited(AppointmentId appointment, Content content) {
        content.doer().ifPresent(doer -> {
            if (occasions.guests(appointment).stream()
                    .noneMatch(guest -> guest.key().equals(doer))) {
                throw Refusal.at("doer", "notes.decision.nobody");
            }
        });
    }
}
