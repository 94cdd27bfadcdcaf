package org.caravanserai.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.RoomUse;
import org.caravanserai.meeting.RoomUses;
import org.caravanserai.people.Access;
import org.caravanserai.people.Engagement;
import org.caravanserai.people.Engagements;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people and rooms are wanted by agendas: what was published, for anybody; of a working agenda, what concerns the acting
 * person herself or a meeting that she organises.
 */
@Component
class AgendaEngagements implements Engagements, RoomUses {

    /** No session is longer. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final PublishedSessions published;
    private final Placements placements;
    private final Access access;

    AgendaEngagements(PublishedSessions published, Placements placements, Access access) {
        this.published = published;
        this.placements = placements;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Engagement> of(Collection<PersonId> people, Instant from, Instant until) {
        if (people.isEmpty()) {
            return List.of();
        }
        var keys = people.stream().map(PersonId::value).collect(Collectors.toSet());
        return Stream.concat(published(keys, from, until), working(keys, from, until))
                .distinct()
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<RoomUse> of(MeetingId meeting, Instant from, Instant until) {
        var uses = new LinkedHashSet<RoomUse>();
        published
                .of(meeting, from, until)
                .forEach(each ->
                        uses.add(new RoomUse(java.util.Optional.ofNullable(each.room()), each.start(), each.end())));
        if (access.organiser(meeting.value())) {
            placements.findByMeeting(meeting.value()).stream()
                    .filter(each -> each.start().isBefore(until) && each.end().isAfter(from))
                    .forEach(each -> uses.add(new RoomUse(each.room(), each.start(), each.end())));
        }
        return List.copyOf(uses);
    }

    private Stream<Engagement> published(Set<UUID> people, Instant from, Instant until) {
        return published
                .between(from, until)
                .flatMap(session -> everyone(session)
                        .map(RolePart::person)
                        .distinct()
                        .filter(people::contains)
                        .map(person -> engaged(person, session.start(), session.end())));
    }

    private static Stream<RolePart> everyone(SessionPart session) {
        return Stream.concat(
                session.people().stream(), session.talks().stream().flatMap(talk -> talk.people().stream()));
    }

    private Stream<Engagement> working(Set<UUID> people, Instant from, Instant until) {
        var organised = access.meetingsAs(Role.ORGANISER);
        var me = access.me().map(PersonId::value);
        var visible = organised.isEmpty()
                ? people.stream()
                        .filter(each -> me.filter(each::equals).isPresent())
                        .toList()
                : List.copyOf(people);
        return visible.isEmpty()
                ? Stream.of()
                : placements.engaging(visible, from.minus(LONGEST), until).stream()
                        .filter(each ->
                                organised.contains(each.getPlacement().meeting().value())
                                        || me.filter(each.getPerson()::equals).isPresent())
                        .filter(each -> each.getPlacement().end().isAfter(from))
                        .map(each -> engaged(
                                each.getPerson(),
                                each.getPlacement().start(),
                                each.getPlacement().end()));
    }

    private static Engagement engaged(UUID person, Instant from, Instant until) {
        return new Engagement(new PersonId(person), from, until, Engagement.Kind.SESSION);
    }
}
