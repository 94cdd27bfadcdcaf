package org.caravanserai.partnering.tables;

import java.util.List;
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

    /** What it is called in a reader's language. */
    public String in(Language reader) {
        return delegation.isEmpty()
                ? members.stream().map(member -> member.name().in(reader)).collect(Collectors.joining(", "))
                : delegation;
    }
}
