package org.caravanserai.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.LocalizedText;

/** A public holiday of one of the six countries. Those shipped with the product are replaced when it brings a newer table. */
@Entity
public class Holiday extends Aggregate {

    private String country;

    @Column(name = "holiday_day")
    private LocalDate day;

    private LocalizedText name;

    private boolean estimated;

    private boolean edited;

    @SuppressWarnings("NullAway.Init")
    protected Holiday() {}

    /**
     * A holiday that an administrator knows of.
     *
     * @param country ISO 3166-1 alpha-2
     * @param estimated whether the day is calculated and may yet be moved, as feasts by the moon are
     */
    public Holiday(String country, LocalDate day, LocalizedText name, boolean estimated) {
        this.country = country;
        this.day = day;
        this.name = Written.name("name", name);
        this.estimated = estimated;
        this.edited = true;
    }

    /** ISO 3166-1 alpha-2. */
    public String country() {
        return country;
    }

    public LocalDate day() {
        return day;
    }

    public LocalizedText name() {
        return name;
    }

    /** Whether the day is calculated and may yet be moved. */
    public boolean isEstimated() {
        return estimated;
    }

    /** Whether an administrator wrote it, so that a newer shipped table leaves it alone. */
    public boolean isEdited() {
        return edited;
    }
}
