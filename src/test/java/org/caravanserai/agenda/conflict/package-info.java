/** Tests of the conflicts of an agenda. */
@NullMarked
package org.caravanserai.agenda.conflict;

import org.jspecify.annotations.NullMarked;
