/** Tests of agendas in and out in the formats of other tools. */
@NullMarked
package org.caravanserai.exchange;

import org.jspecify.annotations.NullMarked;
