/** Where people say what came of their meetings, and organisers see the totals. */
@NullMarked
package org.caravanserai.partnering.followup.ui;

import org.jspecify.annotations.NullMarked;
