/** The organiser's views of the agenda: the board and the releases. */
@NullMarked
package org.caravanserai.agenda.ui;

import org.jspecify.annotations.NullMarked;
