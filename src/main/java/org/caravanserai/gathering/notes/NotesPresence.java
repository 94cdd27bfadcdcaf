package org.caravanserai.gathering.notes;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.LiveUpdates;
import org.caravanserai.platform.LiveUpdates.Channel;
import org.caravanserai.platform.LiveUpdates.Subscription;
import org.caravanserai.text.PersonName;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows who has notes open. A window that has not been heard of for half a minute is taken for closed. */
@Service
public class NotesPresence {

    static final Duration LIFE = Duration.ofSeconds(30);

    private final NotesStore store;
    private final Persons persons;
    private final Access access;
    private final LiveUpdates updates;
    private final Clock clock;

    NotesPresence(NotesStore store, Persons persons, Access access, LiveUpdates updates, Clock clock) {
        this.store = store;
        this.persons = persons;
        this.access = access;
        this.updates = updates;
        this.clock = clock;
    }

    /** Somebody at the notes. */
    public record Present(UUID client, PersonId person, PersonName name) {}

    /** Where windows hear that {@link #present} answers otherwise now. */
    public static Channel channel(UUID notes) {
        return new Channel("notes-presence", notes);
    }

    /** The acting person opens notes in a window, which must be heard of every few seconds, until it is closed. */
    @PreAuthorize("@appointmentAccess.maySee(#appointment)")
    @Transactional
    public Subscription enter(AppointmentId appointment, LocalDate day, UUID client) {
        var notes = NotesStore.key(appointment, day);
        stay(appointment, day, client);
        updates.send(channel(notes), client);
        return () -> {
            store.left(client);
            updates.send(channel(notes), client);
        };
    }

    /** The acting person still has them open. */
    @PreAuthorize("@appointmentAccess.maySee(#appointment)")
    @Transactional
    public void stay(AppointmentId appointment, LocalDate day, UUID client) {
        var notes = NotesStore.key(appointment, day);
        access.me().filter(me -> !store.isForeign(notes, client, me)).ifPresent(me -> store.seen(notes, client, me, 0));
    }

    /** Who is at the notes, in the order of their names. */
    @PreAuthorize("@appointmentAccess.maySee(#appointment)")
    @Transactional(readOnly = true)
    public List<Present> present(AppointmentId appointment, LocalDate day) {
        var notes = NotesStore.key(appointment, day);
        Map<UUID, PersonId> windows =
                store.writers(List.of(notes), clock.instant().minus(LIFE)).getOrDefault(notes, Map.of());
        var names = new HashMap<UUID, Person>();
        persons.findAllById(windows.values().stream()
                        .map(PersonId::value)
                        .distinct()
                        .toList())
                .forEach(person -> names.put(person.key(), person));
        var all = new ArrayList<Present>();
        windows.forEach((client, person) -> {
            if (names.containsKey(person.value())) {
                all.add(new Present(client, person, names.get(person.value()).name()));
            }
        });
        all.sort(Comparator.comparing((Present one) -> one.name().published()).thenComparing(Present::client));
        return all;
    }
}
