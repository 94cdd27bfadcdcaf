package org.caravanserai.access;

import java.util.Arrays;
import java.util.Set;
import org.caravanserai.access.World.Where;
import org.caravanserai.access.World.Who;

/** Who may call a method about an object; what the table of {@link ServiceAccessTest} is written in. */
enum Audience {
    EVERYONE("everyone"),
    SIGNED_IN("signed in"),
    ADMINISTRATORS("administrators"),
    /** The object's own person: for proposals its contributors, for persons the person. */
    OWN("own"),
    ORGANISER("organiser"),
    CHAIR("chair"),
    REVIEWER("reviewer"),
    DESK("desk"),
    /** Anyone, but only while the meeting is open to the public. */
    OPEN_MEETING("open meeting"),
    /** Any signed-in person, but only while the meeting is open to the public. */
    SIGNED_IN_OPEN_MEETING("signed in, open meeting"),
    SYSTEM("system");

    private final String words;

    Audience(String words) {
        this.words = words;
    }

    static Audience of(String words) {
        return Arrays.stream(values())
                .filter(a -> a.words.equals(words.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no audience is called " + words));
    }

    /** Whether this audience holds someone, about an object in one of the two meetings. The system may do everything. */
    boolean holds(Who who, Where where) {
        if (who == Who.SYSTEM) {
            return true;
        }
        return switch (this) {
            case EVERYONE -> true;
            case SIGNED_IN -> who != Who.STRANGER;
            case ADMINISTRATORS -> who == Who.ADMINISTRATOR;
            case OWN -> who.name().equals("PROPOSER_" + where);
            case ORGANISER, CHAIR, REVIEWER, DESK -> who.name().equals(name() + "_" + where);
            case OPEN_MEETING -> where == Where.OPEN;
            case SIGNED_IN_OPEN_MEETING -> where == Where.OPEN && who != Who.STRANGER;
            case SYSTEM -> false;
        };
    }

    static boolean anyHolds(Set<Audience> audiences, Who who, Where where) {
        return audiences.stream().anyMatch(a -> a.holds(who, where));
    }

    String words() {
        return words;
    }
}
