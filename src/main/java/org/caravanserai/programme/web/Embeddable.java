package org.caravanserai.programme.web;

import java.net.URI;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.caravanserai.programme.Facet;
import org.caravanserai.programme.Programme;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A public page of ours that can stand within another site's page.
 *
 * @param query what its embedded form is asked for with
 * @param session the code of the session that the page is about; null if it is about more
 */
record Embeddable(
        Programme programme, String query, @Nullable String session) {

    private static final int LONGEST = 1_000;
    private static final Pattern PAGE =
            Pattern.compile("/m/([a-z0-9-]+)(?:/programme|/(sessions|topics|rooms|countries|institutions)/([^/]+))?");

    /**
     * The page at a whole address.
     *
     * @param base where this installation is reached, without a final slash
     * @param programmes finds a published programme by its meeting's part of the address
     */
    static Optional<Embeddable> of(String address, String base, Function<String, Optional<Programme>> programmes) {
        if (address.length() > LONGEST || !address.startsWith(base + "/m/")) {
            return Optional.empty();
        }
        try {
            var asked = URI.create(address.substring(base.length()));
            var page = PAGE.matcher(asked.getRawPath());
            return page.matches()
                    ? programmes
                            .apply(page.group(1))
                            .flatMap(programme -> of(programme, page.group(2), page.group(3), asked))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not an address, or one whose letters are written wrongly.
            return Optional.empty();
        }
    }

    private static Optional<Embeddable> of(
            Programme programme, @Nullable String kind, @Nullable String rawValue, URI asked) {
        var query = new StringJoiner("&");
        var stated = UriComponentsBuilder.fromUri(asked).build().getQueryParams();
        for (var name : KeptPages.ofProgramme()) {
            var value = stated.getFirst(name);
            if (value != null && !value.isEmpty()) {
                query.add(name + "=" + Links.encode(UriUtils.decode(value, "UTF-8")));
            }
        }
        if (kind == null || rawValue == null) {
            return Optional.of(new Embeddable(programme, query.toString(), null));
        }
        var value = UriUtils.decode(rawValue, "UTF-8");
        if (kind.equals("sessions")) {
            query.add("session=" + Links.encode(value));
            return programme.session(value).map(s -> new Embeddable(programme, query.toString(), s.code()));
        }
        var facet = switch (kind) {
            case "topics" -> Facet.TOPIC;
            case "rooms" -> Facet.ROOM;
            case "countries" -> Facet.COUNTRY;
            default -> Facet.INSTITUTION;
        };
        query.add(facet.parameter() + "=" + Links.encode(value));
        return programme.values(facet).contains(value)
                ? Optional.of(new Embeddable(programme, query.toString(), null))
                : Optional.empty();
    }

    /** The language that the address asks for; empty if it leaves that to the reader. */
    Optional<Language> language() {
        return Optional.ofNullable(UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst("lang"))
                .flatMap(Language::ofTag);
    }

    /** Where sites that follow the oEmbed standard learn how to show the page at this address. */
    static String discovery(String base, String address) {
        return base + "/oembed?url=" + UriUtils.encode(address, "UTF-8");
    }
}
