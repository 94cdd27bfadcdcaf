/** The field that searches everything, its results and the state of its index. */
@NullMarked
package org.caravanserai.search.ui;

import org.jspecify.annotations.NullMarked;
