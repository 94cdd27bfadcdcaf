/**
 * The house that views and pages stand in: layout, menu, theme, language choice, and the few components used everywhere. It
 * learns its menu from the modules and knows none of them.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"text", "platform"})
package org.caravanserai.shell;

import org.jspecify.annotations.NullMarked;
