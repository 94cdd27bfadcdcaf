/**
 * Messages to people: templates, an outbox written in the same transaction as its cause, delivery by a persistent job with
 * retries and a list of failures. Listens to events of {@code people} that ask for a message.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"people", "platform", "text", "shell"})
package org.caravanserai.mail;

import org.jspecify.annotations.NullMarked;
