@NullMarked
package org.caravanserai.gathering.finding;

import org.jspecify.annotations.NullMarked;
