/** What public pages cost. */
@NullMarked
package org.caravanserai.programme.benchmark;

import org.jspecify.annotations.NullMarked;
