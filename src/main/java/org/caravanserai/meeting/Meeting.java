package org.caravanserai.meeting;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** One edition of a series: its dates, zone and languages. It is visible to the public once opened. */
@Entity
public class Meeting extends Aggregate {

    /** The longest meeting there may be, in days: longer ones are typing errors. */
    public static final int LONGEST = 31;

    private String slug;

    private UUID series;

    private LocalizedText name;

    private LocalizedText description = LocalizedText.EMPTY;

    private LocalizedText venue = LocalizedText.EMPTY;

    private LocalDate firstDay;

    private LocalDate lastDay;

    private String zone;

    private LocalizedText city;

    @Convert(converter = StringSetConverter.class)
    private Set<String> languages = new LinkedHashSet<>();

    private boolean open;

    @SuppressWarnings("NullAway.Init")
    protected Meeting() {}

    /**
     * A meeting that the public does not see yet.
     *
     * @param city names the zone wherever a time of the meeting is shown
     * @throws Refusal if there is no English name, the days are in the wrong order or too many
     */
    public Meeting(
            Slug slug,
            UUID series,
            LocalizedText name,
            LocalDate firstDay,
            LocalDate lastDay,
            ZoneId zone,
            LocalizedText city) {
        this.slug = slug.value();
        this.series = series;
        this.languages.addAll(List.of(Language.EN.tag()));
        this.name = Written.name("name", name);
        this.city = Written.name("city", city);
        this.zone = zone.getId();
        schedule(firstDay, lastDay);
    }

    public MeetingId id() {
        return new MeetingId(key());
    }

    public Slug slug() {
        return new Slug(slug);
    }

    public UUID series() {
        return series;
    }

    public LocalizedText name() {
        return name;
    }

    /** What the meeting is about, as Markdown. */
    public LocalizedText description() {
        return description;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    /** The days from the first to the last. */
    public List<LocalDate> days() {
        return firstDay.datesUntil(lastDay.plusDays(1)).toList();
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** The city that names the zone. */
    public LocalizedText city() {
        return city;
    }

    /** Where it is held: buildings and how to find them; empty while not known. */
    public LocalizedText venue() {
        return venue;
    }

    /** The languages of talks and slides, as BCP 47 tags. */
    public Set<String> languages() {
        return Set.copyOf(languages);
    }

    /** Whether the public sees it. */
    public boolean isOpen() {
        return open;
    }

    /** Changes name and description. */
    public void describe(LocalizedText name, LocalizedText description) {
        this.name = Written.name("name", name);
        this.description = Written.prose("description", description);
    }

    /** Changes the days. */
    public final void schedule(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw Refusal.at("lastDay", "meeting.days.order");
        }
        if (first.plusDays(LONGEST).isBefore(last)) {
            throw Refusal.at("lastDay", "meeting.days.many", LONGEST);
        }
        firstDay = first;
        lastDay = last;
    }

    /** Changes where it is: the zone of its clock and the city that names it. */
    public void locate(ZoneId zone, LocalizedText city) {
        this.city = Written.name("city", city);
        this.zone = zone.getId();
    }

    /** Changes where it is held. */
    public void holdAt(LocalizedText venue) {
        this.venue = Written.prose("venue", venue);
    }

    /** Changes the address. */
    public void moveTo(Slug slug) {
        this.slug = slug.value();
        publish(new MeetingChanged(id()));
    }

    /** Changes the languages of talks and slides. */
    public void speak(Set<String> languageTags) {
        if (languageTags.isEmpty()) {
            throw Refusal.at("languages", "meeting.languages.required");
        }
        languages = new LinkedHashSet<>(languageTags);
    }

    /** Shows it to the public. */
    public void open() {
        open = true;
        publish(new MeetingChanged(id()));
    }

    /** Hides it from the public. */
    public void close() {
        open = false;
        publish(new MeetingChanged(id()));
    }
}
