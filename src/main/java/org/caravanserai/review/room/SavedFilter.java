package org.caravanserai.review.room;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Aggregate;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;

/** What narrows and ranks a committee's list, kept under a name by a person for herself or for all who lead. */
@Entity
public class SavedFilter extends Aggregate {

    /** The most characters of a name. */
    public static final int LONGEST_NAME = 80;

    private static final int LONGEST_ADDRESS = 4_000;

    /** Which list it is for. */
    public enum Page {
        /** The committee's list of proposals. */
        PROPOSALS,
        /** The decision room. */
        ROOM
    }

    private UUID meeting;

    private UUID person;

    @Enumerated(EnumType.STRING)
    private Page page;

    private String name;

    private String address;

    private boolean shared;

    @SuppressWarnings("NullAway.Init")
    protected SavedFilter() {}

    /**
     * A filter of a person's own.
     *
     * @param address what the list's address carries after its question mark
     * @throws Refusal if the name is empty or too long, or the address too long
     */
    SavedFilter(MeetingId meeting, PersonId person, Page page, String name, String address) {
        if (address.length() > LONGEST_ADDRESS) {
            throw Refusal.of("room.saved.long");
        }
        this.meeting = meeting.value();
        this.person = person.value();
        this.page = page;
        this.address = address;
        rename(name);
    }

    MeetingId meeting() {
        return new MeetingId(meeting);
    }

    Page page() {
        return page;
    }

    PersonId person() {
        return new PersonId(person);
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    boolean isShared() {
        return shared;
    }

    /**
     * Calls it otherwise.
     *
     * @throws Refusal if the name is empty or too long
     */
    final void rename(String changed) {
        var clean = Clean.line(changed).strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw Refusal.at("name", "room.saved.name.length", LONGEST_NAME);
        }
        name = clean;
    }

    /** Shares it with those who lead, or keeps it to its owner again. */
    void share(boolean withLeading) {
        shared = withLeading;
    }
}
