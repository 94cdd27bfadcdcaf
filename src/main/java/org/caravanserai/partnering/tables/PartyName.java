package org.caravanserai.partnering.tables;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;

/**
 * A party as others see it.
 *
 * @param delegation its name; empty for somebody who comes alone
 * @param members who is in it
 * @param languages what it speaks, as BCP 47 tags
 */
public record PartyName(UUID key, String delegation, List<Member> members, Set<String> languages) {

    /** A person of a party. */
    public record Member(PersonId person, PersonName name, String affiliation, String country) {}

    /** The party of a key; one that is gone has no name. */
    static PartyName of(Map<UUID, PartyName> names, UUID party) {
        return names.getOrDefault(party, new PartyName(party, "", List.of(), Set.of()));
    }

    /** What it is called in a reader's language. */
    public String in(Language reader) {
        return delegation.isEmpty()
                ? members.stream().map(member -> member.name().in(reader)).collect(Collectors.joining(", "))
                : delegation;
    }

    /** What it is called besides, in another script; empty if it has one name alone. */
    public String besides(Language reader) {
        return delegation.isEmpty()
                ? members.stream()
                        .map(member -> member.name().besides(reader))
                        .filter(other -> !other.isEmpty() && !other.equals(in(reader)))
                        .collect(Collectors.joining(", "))
                : "";
    }
}
