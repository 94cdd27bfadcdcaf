package org.caravanserai.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.people.Administrators;
import org.caravanserai.people.Everyone;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells on which days people of the six countries are at home, for whoever chooses dates. */
@Service
public class Holidays {

    /** The six countries, in the order in which they are told: ISO 3166-1 alpha-2. */
    public static final List<String> COUNTRIES = List.of("KZ", "KG", "TJ", "TM", "UZ", "JP");

    private static final int LONGEST = 400;

    private final HolidayTable table;

    Holidays(HolidayTable table) {
        this.table = table;
    }

    /**
     * A holiday in one country.
     *
     * @param country ISO 3166-1 alpha-2
     * @param estimated whether the day is calculated and may yet be moved
     */
    public record HolidayIn(String country, LocalizedText name, boolean estimated) {}

    /**
     * The holidays of a range of days.
     *
     * @param byDay the days that are a holiday somewhere, in order
     * @param known whether the table reaches over the whole range; if not, an absent holiday means nothing
     */
    public record Calendar(Map<LocalDate, List<HolidayIn>> byDay, boolean known) {

        /** What is celebrated on a day; empty on a working day. */
        public List<HolidayIn> on(LocalDate day) {
            return byDay.getOrDefault(day, List.of());
        }
    }

    /** The holidays from a day to a day, both included; at most {@value #LONGEST} days are looked at. */
    @Everyone
    @Transactional(readOnly = true)
    public Calendar between(LocalDate first, LocalDate last) {
        var end = ChronoUnit.DAYS.between(first, last) > LONGEST ? first.plusDays(LONGEST) : last;
        var byDay = new LinkedHashMap<LocalDate, List<HolidayIn>>();
        for (var row : table.between(first, end)) {
            byDay.computeIfAbsent(row.day(), d -> new java.util.ArrayList<>())
                    .add(new HolidayIn(row.country(), row.name(), row.estimated()));
        }
        return new Calendar(byDay, !first.isBefore(begin()) && !end.isAfter(end()));
    }

    /** Adds a holiday, such as one that a government has just decreed. */
    @Administrators
    @Transactional
    public UUID add(String country, LocalDate day, LocalizedText name) {
        if (!COUNTRIES.contains(country)) {
            throw Refusal.at("country", "meeting.holiday.country");
        }
        return table.save(new Holiday(country, day, name, false)).key();
    }

    /** Removes a holiday that an administrator added. */
    @Administrators
    @Transactional
    public void remove(UUID holiday) {
        table.findById(holiday).filter(Holiday::isEdited).ifPresent(table::delete);
    }

    /** The shipped table knows whole years. */
    private LocalDate begin() {
        return table.earliest()
                .map(d -> d.with(TemporalAdjusters.firstDayOfYear()))
                .orElse(LocalDate.MAX);
    }

    private LocalDate end() {
        return table.latest()
                .map(d -> d.with(TemporalAdjusters.lastDayOfYear()))
                .orElse(LocalDate.MIN);
    }
}
