package org.caravanserai.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Groups of people of a meeting that organisers may write to. Each module offers those it knows; whoever asks has decided
 * on access already.
 */
public interface RecipientGroups {

    /**
     * A group.
     *
     * @param key names it among all groups of all modules
     * @param labelKey the message key of what it is called
     * @param placeholders what stands for its people in texts beside {name} and {meeting}
     */
    record Group(String key, String labelKey, Set<String> placeholders) {}

    /** The groups, in the order in which they are offered. */
    List<Group> offered();

    /** How many people each group has in a meeting; one statement. Groups without people may be left out. */
    Map<String, Integer> counts(UUID meeting);

    /** The people of these groups in a meeting, each once, by name; the same number of statements for any number. */
    List<Recipient> of(UUID meeting, Collection<String> keys);
}
