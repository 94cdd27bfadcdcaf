/**
 * The call of a meeting and what researchers propose to it: drafts kept as they are typed, contributors, answers, files,
 * revisions, and the named transitions from draft to confirmed.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"meeting", "mail", "people", "platform", "text", "shell"})
package org.caravanserai.proposal;

import org.jspecify.annotations.NullMarked;
