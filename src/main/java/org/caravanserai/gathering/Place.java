package org.caravanserai.gathering;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.UUID;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Refusal;

/** Where an appointment is. */
public sealed interface Place {

    /** The longest that an address or a link may be. */
    int LONGEST = 500;

    /** It is not known yet. */
    record Undecided() implements Place {}

    /** A room of the meeting that the appointment belongs to. */
    record InRoom(UUID room) implements Place {}

    /** Somewhere else, in words. */
    record At(String address) implements Place {

        /** @throws Refusal if nothing or too much is said */
        public At {
            address = Clean.line(address);
            if (address.isEmpty()) {
                throw Refusal.at("place", "appointment.place.required");
            }
            if (address.length() > LONGEST) {
                throw Refusal.at("place", "appointment.place.long", LONGEST);
            }
        }
    }

    /** A video room, reached by a link. */
    record OnVideo(URI link) implements Place {

        /** @throws Refusal if it is not a web address */
        public OnVideo {
            var scheme = link.getScheme() == null ? "" : link.getScheme().toLowerCase(Locale.ROOT);
            if (!(scheme.equals("https") || scheme.equals("http"))
                    || link.getHost() == null
                    || link.getUserInfo() != null
                    || link.toString().length() > LONGEST) {
                throw Refusal.at("place", "appointment.place.link");
            }
        }

        /**
         * The video room at an address as it was typed.
         *
         * @throws Refusal if it is not a web address
         */
        public static OnVideo typed(String address) {
            try {
                return new OnVideo(new URI(Clean.line(address)));
            } catch (URISyntaxException e) {
                throw Refusal.at("place", "appointment.place.link");
            }
        }
    }

    /** What kind it is, as it is stored and chosen. */
    enum Kind {
        UNDECIDED,
        ROOM,
        ADDRESS,
        VIDEO
    }

    /** What kind it is. */
    default Kind kind() {
        return switch (this) {
            case Undecided none -> Kind.UNDECIDED;
            case InRoom room -> Kind.ROOM;
            case At address -> Kind.ADDRESS;
            case OnVideo video -> Kind.VIDEO;
        };
    }

    /** What is stored of it beside its kind. */
    default String value() {
        return switch (this) {
            case Undecided none -> "";
            case InRoom room -> room.room().toString();
            case At address -> address.address();
            case OnVideo video -> video.link().toString();
        };
    }

    /** The place that was stored so. */
    static Place of(Kind kind, String value) {
        return switch (kind) {
            case UNDECIDED -> new Undecided();
            case ROOM -> new InRoom(UUID.fromString(value));
            case ADDRESS -> new At(value);
            case VIDEO -> new OnVideo(URI.create(value));
        };
    }
}
