package org.caravanserai.exchange.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caravanserai.platform.Ids;

/** The keys and codes that the parts of an archive get here, for those they had. */
final class NewKeys {

    private static final Pattern CODE = Pattern.compile("(\"code\":\")([0-9A-Z]{6})(\")");

    private final Map<UUID, UUID> keys = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    /** A new key; empty if the old one has one already. */
    Optional<UUID> make(UUID old) {
        var made = Ids.next();
        return keys.putIfAbsent(old, made) == null ? Optional.of(made) : Optional.empty();
    }

    void put(UUID old, UUID made) {
        keys.put(old, made);
    }

    void code(String old, String made) {
        codes.put(old, made);
    }

    /** The key here; a key that is a mark, such as that for all session types, is the same everywhere. */
    Optional<UUID> of(UUID old) {
        return old.getMostSignificantBits() == 0 ? Optional.of(old) : Optional.ofNullable(keys.get(old));
    }

    /** Words in which every known key is the one here. */
    String in(String words) {
        return ArchiveFormat.KEY.matcher(words).replaceAll(found -> {
            var made = keys.get(UUID.fromString(found.group()));
            return made == null ? found.group() : made.toString();
        });
    }

    /** JSON of an agenda in which keys, and codes of people and sessions, are those here. */
    String inAgenda(String json) {
        return CODE.matcher(in(json))
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + codes.getOrDefault(found.group(2), found.group(2)) + found.group(3)));
    }
}
