/** What proposing promises, as tests. */
@NullMarked
package org.caravanserai.proposal;

import org.jspecify.annotations.NullMarked;
