/**
 * Who is who: persons with their names in all forms, institutions (ROR), accounts, roles and sign-in, and the answer to
 * "may this person do that". Publishes events that
 * the mail module turns into messages in the same transaction.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "text", "shell"})
package org.caravanserai.people;

import org.jspecify.annotations.NullMarked;
