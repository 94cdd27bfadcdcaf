package org.caravanserai.meeting;

import jakarta.persistence.Entity;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.LocalizedText;

/** Meetings that follow each other. */
@Entity
public class Series extends Aggregate {

    private String slug;

    private LocalizedText name;

    @SuppressWarnings("NullAway.Init")
    protected Series() {}

    /** A series without meetings. */
    public Series(Slug slug, LocalizedText name) {
        this.slug = slug.value();
        this.name = Written.name("seriesName", name);
    }

    public Slug slug() {
        return new Slug(slug);
    }

    public LocalizedText name() {
        return name;
    }

    /** Changes the name. */
    public void rename(LocalizedText changed) {
        name = Written.name("seriesName", changed);
    }
}
