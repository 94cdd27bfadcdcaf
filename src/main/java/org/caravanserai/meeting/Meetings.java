package org.caravanserai.meeting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All meetings. */
public interface Meetings extends JpaRepository<Meeting, UUID> {

    String SUMMARY = "select new org.caravanserai.meeting.MeetingSummary(m.id, m.slug, m.series, s.name, m.name,"
            + " m.firstDay, m.lastDay, m.zone, m.city, m.open) from Meeting m join Series s on s.id = m.series";

    Optional<Meeting> findBySlug(String slug);

    boolean existsByIdAndOpenTrue(UUID id);

    boolean existsBySlug(String slug);

    List<Meeting> findBySeriesOrderByFirstDay(UUID series);

    List<Meeting> findByOpenTrueOrderByFirstDay();

    /** The key of the meeting with this address. */
    @Query("select m.id from Meeting m where m.slug = :slug")
    Optional<UUID> keyOf(String slug);

    /** The series that these meetings belong to. */
    @Query("select distinct m.series from Meeting m where m.id in :meetings")
    Set<UUID> seriesOf(Collection<UUID> meetings);

    /** Those open to the public, by their first day. */
    @Query(SUMMARY + " where m.open = true order by m.firstDay, m.slug")
    List<MeetingSummary> summariesOpen();

    /** A page of all, the latest first. */
    @Query(SUMMARY + " order by m.firstDay desc, m.slug limit :limit offset :offset")
    List<MeetingSummary> summaries(int offset, int limit);

    /** A page of some, the latest first. */
    @Query(SUMMARY + " where m.id in :meetings order by m.firstDay desc, m.slug limit :limit offset :offset")
    List<MeetingSummary> summariesOf(Collection<UUID> meetings, int offset, int limit);

    /** The keys of those open to the public on some day from one to another, both included. */
    @Query(
            "select m.id from Meeting m where m.open = true and m.lastDay >= :first and m.firstDay <= :last order by m.firstDay")
    List<UUID> openBetween(LocalDate first, LocalDate last);
}
