/** Tests of sessions, the agenda board, conflicts and releases. */
@NullMarked
package org.caravanserai.agenda;

import org.jspecify.annotations.NullMarked;
