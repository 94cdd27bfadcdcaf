/** Where people at a meeting find partners: their cards and what suits them, the directory, introductions and reports. */
@NullMarked
package org.caravanserai.partnering.ui;

import org.jspecify.annotations.NullMarked;
