package org.caravanserai.partnering.tables;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All partnering events of all meetings. */
interface PartneringEvents extends JpaRepository<PartneringEvent, UUID> {

    /** The event, locked until the end of the transaction, so that no two give out at once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from PartneringEvent e where e.id = :event")
    Optional<PartneringEvent> lock(UUID event);

    List<PartneringEvent> findByMeetingOrderByWishesUntil(UUID meeting);

    List<PartneringEvent> findByStateIn(Collection<EventState> states);

    /** An open event in which a person is asked and has not answered. */
    record Asked(UUID event, UUID meeting, LocalizedText title, Instant wishesUntil, long asking) {}

    /**
     * The open events in which parties wish to meet a person's and have no answer.
     *
     * @param hidden people whose parties do not count
     */
    @Query("select new org.caravanserai.partnering.tables.PartneringEvents$Asked("
            + "e.id, e.meeting, e.title, e.wishesUntil, count(w)) from PartyMember m"
            + " join PartneringEvent e on e.id = m.event join PartyWish w on w.wished = m.party"
            + " where m.person = :person and e.state = org.caravanserai.partnering.tables.EventState.OPEN"
            + " and e.wishesUntil > :now and w.declined = false and not exists"
            + " (select 1 from PartyWish own where own.wisher = m.party and own.wished = w.wisher)"
            + " and not exists (select 1 from PartyMember o where o.party = w.wisher and o.person in :hidden)"
            + " group by e.id, e.meeting, e.title, e.wishesUntil order by e.wishesUntil")
    List<Asked> waitingFor(UUID person, Collection<UUID> hidden, Instant now);

    /** The meetings with an event in which a person takes part, and then those with one in which she may still. */
    @Query("select e.meeting from PartneringEvent e left join PartyMember m on m.event = e.id and m.person = :person"
            + " where e.state = org.caravanserai.partnering.tables.EventState.OPEN and e.wishesUntil > :now"
            + " or m.person is not null and e.state not in (org.caravanserai.partnering.tables.EventState.DRAFT,"
            + "   org.caravanserai.partnering.tables.EventState.OVER)"
            + " group by e.meeting order by count(m) desc, min(e.wishesUntil), e.meeting")
    List<UUID> meetingsFor(UUID person, Instant now);
}
