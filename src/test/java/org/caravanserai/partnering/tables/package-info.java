@NullMarked
package org.caravanserai.partnering.tables;

import org.jspecify.annotations.NullMarked;
