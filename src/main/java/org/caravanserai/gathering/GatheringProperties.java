package org.caravanserai.gathering;

import java.net.URI;
import java.util.Optional;
import org.caravanserai.people.OneTimeSecret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people who meet find each other.
 *
 * @param base the address of a server for video rooms, such as {@code https://meet.example.org/}, whose rooms exist as soon
 *     as somebody opens them; empty if there is none
 */
@ConfigurationProperties("caravanserai.video")
record GatheringProperties(@DefaultValue("") String base) {

    /** @throws IllegalArgumentException if it is set and is no web address */
    GatheringProperties {
        if (!base.isEmpty()) {
            var scheme = URI.create(base).getScheme();
            if (!"https".equals(scheme) && !"http".equals(scheme)) {
                throw new IllegalArgumentException("caravanserai.video.base must begin with https://");
            }
            base = base.endsWith("/") ? base : base + "/";
        }
    }

    /** A room that nobody can guess; empty if there is no server for it. */
    Optional<Place.OnVideo> newRoom() {
        return base.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place.OnVideo(URI.create(
                        base + "caravanserai-" + OneTimeSecret.random().value())));
    }
}
