package org.caravanserai.people;

import java.util.LinkedHashMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What the audit trail says of a role: a JSON object. */
final class RoleNote {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RoleNote() {}

    static String of(Role role, UUID meeting, String email) {
        var note = new LinkedHashMap<String, String>();
        note.put("role", role.name());
        if (!meeting.equals(RoleGrant.EVERYWHERE)) {
            note.put("meeting", meeting.toString());
        }
        if (!email.isEmpty()) {
            note.put("email", email);
        }
        return JSON.writeValueAsString(note);
    }
}
