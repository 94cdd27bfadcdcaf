/** The index of one process: its folder, its documents, and how it follows the database. */
@NullMarked
package org.caravanserai.search.index;

import org.jspecify.annotations.NullMarked;
