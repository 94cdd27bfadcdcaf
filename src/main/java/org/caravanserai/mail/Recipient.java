package org.caravanserai.mail;

import java.util.Map;
import java.util.Optional;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Language;

/**
 * Someone a message to a group goes to.
 *
 * @param email the address
 * @param person the profile; empty for someone invited who has not answered
 * @param name the name in her language
 * @param language the language she reads
 * @param values what stands for her in the placeholders of the group, by name, in her language
 */
public record Recipient(
        EmailAddress email, Optional<PersonId> person, String name, Language language, Map<String, String> values) {}
