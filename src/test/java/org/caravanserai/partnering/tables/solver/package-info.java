@NullMarked
package org.caravanserai.partnering.tables.solver;

import org.jspecify.annotations.NullMarked;
