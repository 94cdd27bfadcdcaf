/**
 * What a committee makes of proposals: decisions, singly or together, with the mails that tell them.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"proposal", "meeting", "mail", "people", "platform", "text", "text :: search", "shell"})
package org.caravanserai.review;

import org.jspecify.annotations.NullMarked;
