@NullMarked
package org.caravanserai.proposal.sheet;

import org.jspecify.annotations.NullMarked;
