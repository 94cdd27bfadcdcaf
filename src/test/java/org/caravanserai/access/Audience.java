package org.caravanserai.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    /** An organiser, but only while the meeting is open to the public. */
    ORGANISER_OPEN_MEETING("organiser, open meeting"),
    SYSTEM("system"),
    /** Nobody by who she is: a secret in the address decides, or the object that is asked for is not there. */
    NOBODY("nobody");

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
            return this != NOBODY;
        }
        return switch (this) {
            case EVERYONE -> true;
            case SIGNED_IN -> who != Who.STRANGER;
            case ADMINISTRATORS -> who == Who.ADMINISTRATOR;
            case OWN -> who.name().equals("PROPOSER_" + where);
            case ORGANISER, CHAIR, REVIEWER, DESK -> who.name().equals(name() + "_" + where);
            case OPEN_MEETING -> where == Where.OPEN;
            case SIGNED_IN_OPEN_MEETING -> where == Where.OPEN && who != Who.STRANGER;
            case ORGANISER_OPEN_MEETING -> where == Where.OPEN && ORGANISER.holds(who, where);
            case SYSTEM, NOBODY -> false;
        };
    }

    static boolean anyHolds(Set<Audience> audiences, Who who, Where where) {
        return audiences.stream().anyMatch(a -> a.holds(who, where));
    }

    /** The smallest set of audiences that holds exactly these callers; what a new line of a table may be. */
    static String describe(Set<String> allowed, boolean withSystem) {
        var all = values();
        String best = "? " + allowed;
        int size = Integer.MAX_VALUE;
        for (int chosen = 1; chosen < 1 << all.length; chosen++) {
            if (Integer.bitCount(chosen) >= size) {
                continue;
            }
            var audiences = EnumSet.noneOf(Audience.class);
            for (var audience : all) {
                if ((chosen & 1 << audience.ordinal()) != 0) {
                    audiences.add(audience);
                }
            }
            if (callers(audiences, withSystem).equals(allowed)) {
                size = audiences.size();
                best = audiences.stream().map(a -> a.words).collect(Collectors.joining(" + "));
            }
        }
        return best;
    }

    private static Set<String> callers(Set<Audience> audiences, boolean withSystem) {
        var callers = new TreeSet<String>();
        for (var where : Where.values()) {
            for (var who : Who.values()) {
                if ((withSystem || who != Who.SYSTEM) && anyHolds(audiences, who, where)) {
                    callers.add(who + "@" + where);
                }
            }
        }
        return callers;
    }
}
