package org.caravanserai.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All holidays of the six countries. */
interface HolidayTable extends JpaRepository<Holiday, UUID> {

    @Query("select new org.caravanserai.meeting.HolidayTable$Row(h.day, h.country, h.name, h.estimated)"
            + " from Holiday h where h.day between :first and :last order by h.day, h.country, h.id")
    List<Row> between(LocalDate first, LocalDate last);

    @Query("select max(h.day) from Holiday h")
    java.util.Optional<LocalDate> latest();

    @Query("select min(h.day) from Holiday h")
    java.util.Optional<LocalDate> earliest();

    /** A holiday as a reader needs it. */
    record Row(LocalDate day, String country, LocalizedText name, boolean estimated) {}
}
