package org.caravanserai.gathering;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Access;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.SignedIn;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows people the appointments that they make or take part in. */
@Service
public class AppointmentReading {

    private static final int NAMED = 3;
    private static final int STEPS = 20;

    private final StoredAppointments appointments;
    private final Participants participants;
    private final OccurrenceChanges changes;
    private final Persons persons;
    private final Meetings meetings;
    private final PlaceWords places;
    private final Access access;
    private final Clock clock;

    AppointmentReading(
            StoredAppointments appointments,
            Participants participants,
            OccurrenceChanges changes,
            Persons persons,
            Meetings meetings,
            PlaceWords places,
            Access access,
            Clock clock) {
        this.appointments = appointments;
        this.participants = participants;
        this.changes = changes;
        this.persons = persons;
        this.meetings = meetings;
        this.places = places;
        this.access = access;
        this.clock = clock;
    }

    /** A page of the acting person's appointments: the next first, of what is over the last. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<AppointmentView.Line> mine(AppointmentFilter filter, int offset, int limit) {
        var me = access.requireMe();
        var now = clock.instant();
        var found = filter.which() == AppointmentFilter.Which.PAST
                ? appointments.pastOf(
                        me.value(),
                        filter.states(),
                        filter.answers(),
                        filter.from(now),
                        filter.until(now),
                        filter.pattern(),
                        offset,
                        limit)
                : appointments.comingOf(
                        me.value(),
                        filter.states(),
                        filter.answers(),
                        filter.from(now),
                        filter.until(now),
                        filter.pattern(),
                        offset,
                        limit);
        return lines(found, me);
    }

    /** How many {@link #mine} has. */
    @SignedIn
    @Transactional(readOnly = true)
    public int count(AppointmentFilter filter) {
        var now = clock.instant();
        return Math.toIntExact(appointments.countOf(
                access.requireMe().value(),
                filter.states(),
                filter.answers(),
                filter.from(now),
                filter.until(now),
                filter.pattern()));
    }

    /** The acting person's appointments to which somebody would rather have another time; a few, the next first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<AppointmentView.Line> countered() {
        return appointments
                .countered(access.requireMe().value(), AppointmentState.OPEN, clock.instant(), Limit.of(STEPS))
                .stream()
                .map(a -> new AppointmentView.Line(
                        a.id(),
                        a.title(),
                        a.state(),
                        a.time(),
                        a.recurrence().isPresent(),
                        true,
                        Answer.YES,
                        0,
                        0,
                        List.of()))
                .toList();
    }

    /** Whether the acting person may see an appointment. */
    @SignedIn
    @Transactional(readOnly = true)
    public boolean knows(AppointmentId appointment) {
        return appointments
                .findById(appointment.value())
                .filter(a -> !a.isDiscarded())
                .filter(a -> a.organiser().equals(access.requireMe())
                        || (a.state() != AppointmentState.DRAFT
                                && participants.existsByAppointmentAndPersonAndLeftAtIsNull(
                                        a.key(), access.requireMe().value())))
                .isPresent();
    }

    /** One appointment with everybody in it. */
    @PreAuthorize("@appointmentAccess.maySee(#appointment)")
    @Transactional(readOnly = true)
    public AppointmentView view(AppointmentId appointment) {
        var one = appointments.findById(appointment.value()).orElseThrow(() -> Refusal.of("appointment.gone"));
        var all = participants.of(one.key());
        var names = people(all, List.of(one.organiser().value()));
        var me = access.requireMe();
        var own = all.stream()
                .filter(p -> p.person().filter(me::equals).isPresent())
                .findFirst();
        return new AppointmentView(
                one.id(),
                name(names, one.organiser().value()),
                one.meeting(),
                one.meeting()
                        .flatMap(m -> meetings.findById(m.value()))
                        .map(m -> m.name())
                        .orElse(LocalizedText.EMPTY),
                one.title(),
                one.purpose(),
                one.language(),
                one.place(),
                places.words(one.place()),
                one.place() instanceof Place.OnVideo video ? Optional.of(video.link()) : Optional.empty(),
                one.state(),
                one.time(),
                one.recurrence(),
                one.occurrences(changes.findByAppointmentIn(List.of(one.key()))),
                one.organiser().equals(me),
                own.map(Participant::answer).orElse(Answer.OPEN),
                own.map(Participant::comment).orElse(""),
                all.stream().map(p -> part(p, one, names)).toList());
    }

    private AppointmentView.Part part(Participant part, Appointment in, Map<UUID, Person> names) {
        var person = part.person().map(p -> names.get(p.value()));
        return new AppointmentView.Part(
                part.key(),
                part.person(),
                person.map(Person::name).orElseGet(() -> PersonName.published(part.invitedName())),
                person.map(Person::affiliation).orElse(""),
                part.person().filter(in.organiser()::equals).isPresent(),
                part.isRequired(),
                part.answer(),
                part.comment(),
                part.counter(in.time().zone()));
    }

    private List<AppointmentView.Line> lines(List<StoredAppointments.Mine> found, PersonId me) {
        if (found.isEmpty()) {
            return List.of();
        }
        var all = participants.of(
                found.stream().map(m -> m.getAppointment().key()).toList());
        var names = people(all, List.of());
        var changed = changes.findByAppointmentIn(
                found.stream().map(m -> m.getAppointment().key()).toList());
        var byAppointment = all.stream().collect(Collectors.groupingBy(Participant::appointment));
        return found.stream()
                .map(m -> {
                    var appointment = m.getAppointment();
                    var people = byAppointment.getOrDefault(appointment.id(), List.of());
                    return new AppointmentView.Line(
                            appointment.id(),
                            appointment.title(),
                            appointment.state(),
                            next(appointment, changed),
                            appointment.recurrence().isPresent(),
                            appointment.organiser().equals(me),
                            m.getParticipation().answer(),
                            Math.toIntExact(people.stream()
                                    .filter(p -> p.answer() == Answer.YES)
                                    .count()),
                            people.size(),
                            people.stream()
                                    .filter(p -> p.person().filter(me::equals).isEmpty())
                                    .limit(NAMED)
                                    .map(p -> p.person()
                                            .map(id -> name(names, id.value()))
                                            .orElseGet(() -> PersonName.published(p.invitedName())))
                                    .toList());
                })
                .toList();
    }

    private AppointmentTime next(Appointment appointment, List<OccurrenceChange> changed) {
        var times = appointment.occurrences(changed).stream()
                .filter(one -> one.state() != Occurrence.State.CANCELLED)
                .map(Occurrence::time)
                .sorted(java.util.Comparator.comparing(AppointmentTime::start))
                .toList();
        return times.stream()
                .filter(time -> time.end().isAfter(clock.instant()))
                .findFirst()
                .orElseGet(() -> times.isEmpty() ? appointment.time() : times.getLast());
    }

    private Map<UUID, Person> people(Collection<Participant> of, List<UUID> more) {
        var keys = new java.util.HashSet<>(more);
        of.forEach(p -> p.person().ifPresent(id -> keys.add(id.value())));
        var found = new HashMap<UUID, Person>();
        persons.findAllById(keys).forEach(p -> found.put(p.key(), p));
        return found;
    }

    private static PersonName name(Map<UUID, Person> names, UUID key) {
        return Optional.ofNullable(names.get(key)).orElseThrow().name();
    }
}
