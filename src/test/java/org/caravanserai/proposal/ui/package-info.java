/** What the views of proposing do for a researcher, as tests without a browser. */
@NullMarked
package org.caravanserai.proposal.ui;

import org.jspecify.annotations.NullMarked;
