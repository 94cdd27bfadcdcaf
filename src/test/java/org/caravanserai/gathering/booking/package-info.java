@NullMarked
package org.caravanserai.gathering.booking;

import org.jspecify.annotations.NullMarked;
