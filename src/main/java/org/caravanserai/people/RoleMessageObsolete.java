package org.caravanserai.people;

import java.util.UUID;

/** What a message told of is undone: if it has not left yet, it need not. */
public record RoleMessageObsolete(UUID cause) {}
