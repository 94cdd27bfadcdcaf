/** The views in which messages are read, looked after and written to groups of people. */
@NullMarked
package org.caravanserai.mail.ui;

import org.jspecify.annotations.NullMarked;
