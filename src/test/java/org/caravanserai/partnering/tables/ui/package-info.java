@NullMarked
package org.caravanserai.partnering.tables.ui;

import org.jspecify.annotations.NullMarked;
