/** Tables of a meeting for spreadsheets, gathered from all modules. */
@NullMarked
package org.caravanserai.exchange.sheet;

import org.jspecify.annotations.NullMarked;
