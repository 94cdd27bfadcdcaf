/** The views of proposing: a researcher's own proposals, the form, and the import of many. */
@NullMarked
package org.caravanserai.proposal.ui;

import org.jspecify.annotations.NullMarked;
