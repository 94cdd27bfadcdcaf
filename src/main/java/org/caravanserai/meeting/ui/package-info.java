/** The views in which organisers set up their meetings. */
@NullMarked
package org.caravanserai.meeting.ui;

import org.jspecify.annotations.NullMarked;
