/** Plain pages of proposing: answering an invitation without an account, and the download of files. */
@NullMarked
package org.caravanserai.proposal.web;

import org.jspecify.annotations.NullMarked;
