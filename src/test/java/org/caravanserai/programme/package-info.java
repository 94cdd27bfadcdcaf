/** Tests of the public pages and feeds. */
@NullMarked
package org.caravanserai.programme;

import org.jspecify.annotations.NullMarked;
