/** Who may call what: every service method and every address, for every role and every kind of object. */
@NullMarked
package org.caravanserai.access;

import org.jspecify.annotations.NullMarked;
