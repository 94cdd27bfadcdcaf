package org.caravanserai.people.ui;

import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleAppointment;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.jspecify.annotations.Nullable;

/** The fields in which a role and a language are chosen. */
final class RoleWords {

    static final List<Role> ROLES =
            RoleAppointment.OF_A_MEETING.stream().sorted().toList();

    private RoleWords() {}

    static Select<Role> role(Words words) {
        var role = new Select<Role>();
        role.setLabel(words.get("roles.role"));
        role.setItems(ROLES);
        role.setItemLabelGenerator(r -> words.get("people.role." + r));
        return role;
    }

    /** The language of an invitation, the reader's own at first. */
    static Select<Language> language(Words words) {
        var language = new Select<Language>();
        language.setLabel(words.get("roles.language"));
        language.setHelperText(words.get("roles.language.help"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(words.language());
        return language;
    }

    /** The role that an address names; empty if it names none of a meeting. */
    static Optional<Role> roleOf(String name) {
        return Arrays.stream(Role.values())
                .filter(ROLES::contains)
                .filter(r -> r.name().equals(name))
                .findFirst();
    }

    static <V> V valueOr(@Nullable V value, V otherwise) {
        return value == null ? otherwise : value;
    }
}
