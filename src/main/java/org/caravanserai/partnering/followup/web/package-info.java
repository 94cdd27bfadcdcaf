/** The plain page on which one says by a link in a mail what came of a meeting. */
@NullMarked
package org.caravanserai.partnering.followup.web;

import org.jspecify.annotations.NullMarked;
