/** What speakers and organisers do with what readers of the programme get. */
@NullMarked
package org.caravanserai.programme.ui;

import org.jspecify.annotations.NullMarked;
