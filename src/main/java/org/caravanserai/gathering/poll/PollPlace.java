package org.caravanserai.gathering.poll;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where one would meet, as the organiser wrote it: words, or a link that can be followed. */
public record PollPlace(String words) {

    /** The link that the words are; empty if they are none that is safe to follow. */
    public Optional<URI> link() {
        try {
            var uri = new URI(words);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                            && uri.getHost() != null
                            && uri.getUserInfo() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
