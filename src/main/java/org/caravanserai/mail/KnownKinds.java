package org.caravanserai.mail;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All kinds of messages that the modules have told of. */
@Component
public class KnownKinds {

    /** What stands for every kind that no module has told of. */
    static final String OTHER = "other";

    /** The gathered messages of a day. */
    static final String DIGEST = "digest";

    private final Map<String, NoticeKind> byName = new LinkedHashMap<>();

    KnownKinds(Collection<NoticeKinds> modules) {
        for (var module : modules) {
            for (var kind : module.kinds()) {
                if (byName.put(kind.name(), kind) != null) {
                    throw new IllegalStateException("two modules tell of the kind " + kind.name());
                }
            }
        }
    }

    /** The kind of this name, or the one that stands for all others. */
    NoticeKind of(String name) {
        var known = byName.get(name);
        return known == null ? other() : known;
    }

    /** The key of what a kind is called. */
    public String label(String name) {
        return of(name).label();
    }

    private NoticeKind other() {
        var other = byName.get(OTHER);
        if (other == null) {
            throw new IllegalStateException("no module tells of the kind " + OTHER);
        }
        return other;
    }

    /** Those about which people may choose, by what they belong to, then as their modules name them. */
    List<NoticeKind> choosable() {
        return byName.values().stream()
                .filter(NoticeKind::isChoosable)
                .sorted(comparing(NoticeKind::area))
                .toList();
    }
}
