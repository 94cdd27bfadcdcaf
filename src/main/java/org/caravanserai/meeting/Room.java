package org.caravanserai.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.platform.StringSetConverter;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;

/** A room of a meeting's venue, or an online room. */
@Entity
public class Room extends Aggregate {

    /** The most seats a room may have. */
    public static final int LARGEST = 100_000;

    /** The most interpretation booths a room may have. */
    public static final int MOST_BOOTHS = 30;

    private UUID meeting;

    private LocalizedText name;

    private LocalizedText venue;

    private int capacity;

    @Convert(converter = StringSetConverter.class)
    private Set<String> equipment = new LinkedHashSet<>();

    private int booths;

    private boolean online;

    @Column(name = "room_position")
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected Room() {}

    /**
     * A room.
     *
     * @param venue the building; empty when there is only one
     * @param capacity seats; 0 when not known
     * @throws Refusal as {@link #change} does
     */
    public Room(MeetingId meeting, LocalizedText name, LocalizedText venue, int capacity, int position) {
        this.meeting = meeting.value();
        change(name, venue, capacity, position);
    }

    public MeetingId meeting() {
        return new MeetingId(meeting);
    }

    public LocalizedText name() {
        return name;
    }

    public LocalizedText venue() {
        return venue;
    }

    /** Seats; 0 when not known. */
    public int capacity() {
        return capacity;
    }

    public Set<Equipment> equipment() {
        return equipment.stream()
                .map(Equipment::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Equipment.class)));
    }

    /** How many interpretation booths it has. */
    public int booths() {
        return booths;
    }

    public boolean isOnline() {
        return online;
    }

    public int position() {
        return position;
    }

    /**
     * Changes what the room is called and where it stands.
     *
     * @throws Refusal if there is no English name, a text is too long or the capacity beyond what any room holds
     */
    public final void change(LocalizedText name, LocalizedText venue, int capacity, int position) {
        if (capacity < 0 || capacity > LARGEST) {
            throw Refusal.at("capacity", "meeting.room.capacity", LARGEST);
        }
        this.name = Written.name("name", name);
        this.venue = Written.line("venue", venue);
        this.capacity = capacity;
        this.position = position;
    }

    /** Moves it among the others. */
    public void moveTo(int changed) {
        position = changed;
    }

    /** Changes what the room offers. */
    public void equip(Set<Equipment> equipment, int booths, boolean online) {
        if (booths < 0 || booths > MOST_BOOTHS) {
            throw Refusal.at("booths", "meeting.room.booths", MOST_BOOTHS);
        }
        this.equipment =
                equipment.stream().sorted().map(Enum::name).collect(Collectors.toCollection(LinkedHashSet::new));
        this.booths = booths;
        this.online = online;
    }
}
